import { z } from "zod";
import { prisma } from "@/lib/db";
import { queuedMail, type QueuedMail } from "./schemas";

const rowShape = z.array(z.object({ payload: queuedMail }));

/** Mails that wait for a person, oldest first, as the queue has them: in tests no worker takes them out. */
export async function queuedMailsTo(address: string): Promise<QueuedMail["mail"][]> {
  const rows = await prisma.$queryRaw`
    SELECT j.payload FROM graphile_worker._private_jobs j
      JOIN graphile_worker._private_tasks t ON t.id = j.task_id
     WHERE t.identifier = 'send_mail' AND j.payload -> 'mail' ->> 'to' = ${address} ORDER BY j.id`;
  return rowShape.parse(rows).map(({ payload }) => payload.mail);
}
