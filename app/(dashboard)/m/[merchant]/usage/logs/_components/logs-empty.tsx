import { EmptyState } from "@/components/ui";
import { requireMember } from "@/lib/auth";
import { env } from "@/lib/kernel/env";
import { listLogs } from "@/lib/logs";
import { Listen } from "./listen";

/** No rows: because nothing matches, because these days were quiet, or because nothing ever ran. */
export async function LogsEmpty({ merchant, filtered }: { merchant: string; filtered: boolean }) {
  const ctx = await requireMember(merchant);
  if (filtered) {
    return (
      <EmptyState title="No logs match">
        Search finds whole words. Take a filter away or choose other days.
      </EmptyState>
    );
  }
  const ever = await listLogs(ctx, { limit: 1 });
  if (ever.data.length > 0) {
    return <EmptyState title="Nothing ran in these days">Older logs are in a longer range.</EmptyState>;
  }
  return (
    <>
      <Listen />
      <EmptyState title="No AI request yet" code={curl()} codeTitle="Record the first one">
        Every conversation and every lone request shows here, with what was said and what it cost. This page
        fills itself when the first one arrives. The API key is one from Settings with the scope usage:write.
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
