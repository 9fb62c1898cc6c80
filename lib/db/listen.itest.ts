import { describe, expect, it, vi } from "vitest";
import { listen, prisma } from "@/lib/db";

const notify = (channel: string, payload: string) =>
  prisma.$queryRawUnsafe("SELECT pg_notify($1::text, $2::text)::text", channel, payload);

describe("listen", () => {
  it("hears what is notified on its channel until it stops", async () => {
    const heard: string[] = [];
    const stop = await listen("test_a", { onPayload: (payload) => heard.push(payload), onReset: () => {} });
    await listen("test_b", { onPayload: () => heard.push("wrong channel"), onReset: () => {} });
    await notify("test_a", "one");
    await vi.waitFor(() => expect(heard).toEqual(["one"]));
    await stop();
    await notify("test_a", "two");
    await notify("test_a", "three");
    expect(heard).toEqual(["one"]);
  });

  it("comes back after its connection was lost, and says that it was away", async () => {
    const heard: string[] = [];
    await listen("test_c", {
      onPayload: (payload) => heard.push(payload),
      onReset: () => heard.push("reset"),
    });
    await prisma.$queryRawUnsafe(
      "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND query LIKE 'LISTEN%'",
    );
    await vi.waitFor(() => expect(heard).toEqual(["reset"]), 5_000);
    await notify("test_c", "again");
    await vi.waitFor(() => expect(heard).toEqual(["reset", "again"]));
  });
});
