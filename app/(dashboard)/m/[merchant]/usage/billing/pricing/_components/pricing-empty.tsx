import { EmptyState } from "@/components/ui";
import { env } from "@/lib/kernel/env";
import { FirstRuleButton } from "./first-rule-button";
import { WORDS } from "./words";

/** No rows: because nothing matches, or because there is no rule yet. */
export function PricingEmpty({ filtered, mayWrite }: { filtered: boolean; mayWrite: boolean }) {
  const { empty } = WORDS;
  if (filtered) return <EmptyState title={empty.none}>{empty.noneText}</EmptyState>;
  if (!mayWrite) return <EmptyState title={empty.first}>{empty.readOnly}</EmptyState>;
  return (
    <EmptyState title={empty.first} action={<FirstRuleButton />} code={curl()} codeTitle={empty.curl}>
      {empty.firstText}
    </EmptyState>
  );
}

function curl(): string {
  const rule = { operation: "chat", method: "per_1k_tokens", inputRate: "1", outputRate: "2" };
  return [
    `curl ${env().url}/api/v1/pricing-rules \\`,
    `  -H "Authorization: Bearer $TOLLGATE_API_KEY" \\`,
    `  -H "Content-Type: application/json" \\`,
    `  -d '${JSON.stringify(rule)}'`,
  ].join("\n");
}
