import { requireMember } from "@/lib/auth";
import { formatCount, formatPlural } from "@/lib/kernel/format";
import { countLogs } from "@/lib/logs";
import type { ListLogsInput } from "@/lib/logs/schemas";
import { LIST } from "./words";

/** How many logs the list has in all; "10,000+" where nobody counted to the end. */
export async function LogCountText({ merchant, query }: { merchant: string; query: ListLogsInput }) {
  const ctx = await requireMember(merchant);
  const { count, capped } = await countLogs(ctx, query);
  return capped ? LIST.countBeyond(formatCount(count)) : formatPlural(count, "log");
}
