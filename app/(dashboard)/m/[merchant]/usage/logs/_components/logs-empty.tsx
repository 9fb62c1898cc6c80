import { EmptyState, Listen } from "@/components/ui";
import { requireMember } from "@/lib/auth";
import { env } from "@/lib/kernel/env";
import { listLogs } from "@/lib/logs";
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
      <EmptyState title={EMPTY.none} code={curl()} codeTitle={EMPTY.recordFirst}>
        {EMPTY.noneWhy}
      </EmptyState>
    </>
  );
}

function curl(): string {
  const event = {
    id: "first-request",
    customer: "42",
    module: "chatbot",
    operation: "chat",
    provider: "openai",
    model: "gpt-4o",
    usage: { inputTokens: 800, outputTokens: 300 },
    conversation: {
      id: "first-conversation",
      messages: [
        { role: "user", content: "Do you ship to Norway?" },
        { role: "assistant", content: "We do, within five days." },
      ],
    },
  };
  return [
    `curl ${env().url}/api/v1/usage \\`,
    `  -H "Authorization: Bearer $TOLLGATE_API_KEY" \\`,
    `  -H "Content-Type: application/json" \\`,
    `  -d '${JSON.stringify(event, null, 2)}'`,
  ].join("\n");
}
