import { expect, it } from "vitest";
import { prisma, sqlOf, withTx } from "@/lib/db";
import { addJob, prepareJobs } from "@/lib/jobs";

it("jobs can be asked for where no worker ever ran", async () => {
  await prisma.$executeRaw`DROP SCHEMA graphile_worker CASCADE`;

  await prepareJobs();
  await withTx({}, (tx) => addJob(sqlOf(tx), { name: "test", payload: { of: "us" }, key: "once" }));

  const waiting = await prisma.$queryRaw`SELECT key FROM graphile_worker.jobs`;
  expect(waiting).toEqual([{ key: "once" }]);
});
