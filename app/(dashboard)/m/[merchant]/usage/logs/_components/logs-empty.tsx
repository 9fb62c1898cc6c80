import { EmptyState, Listen } from "@/components/ui";
import { requireMember } from "@/lib/auth";
import { env } from "@/lib/kernel/env";
import { listLogs } from "@/lib/logs";
import { firstRequest } from "../../../_components/first-request";
import { EMPTY } from "./words";

/** No rows: because nothing matches, because these days were quiet, or because nothing ever ran. */
export async function LogsEmpty({ merchant, filtered }: { merchant: string; filtered: boolean }) {
  const ctx = await requireMember(merchant);
  if (filtered) {
    return <EmptyState title={EMPTY.noMatches}>{EMPTY.noMatchesWhy}</EmptyState>;
  }
  const ever = await listLogs(ctx, { limit: 1 });
  if (ever.data.length > 0) {
    return <EmptyState title={EMPTY.quiet}>{EMPTY.quietWhy}</EmptyState>;
  }
  return (
    <>
      <Listen />
      <EmptyState
        title={EMPTY.none}
        code={firstRequest(env().url, { conversation: CONVERSATION })}
        codeTitle={EMPTY.recordFirst}
      >
        {EMPTY.noneWhy}
      </EmptyState>
    </>
  );
}

const CONVERSATION = {
  id: "first-conversation",
  messages: [
    { role: "user", content: "Do you ship to Norway?" },
    { role: "assistant", content: "We do, within five days." },
  ],
};
