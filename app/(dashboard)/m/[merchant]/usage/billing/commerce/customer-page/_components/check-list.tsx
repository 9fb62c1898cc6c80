import { Check, CircleHelp, X } from "lucide-react";
import Link from "next/link";
import { Button, TextInput } from "@mantine/core";
import { Instant, route, Section } from "@/components/ui";
import type { PortalCheck } from "@/lib/portal";
import { CHECK_WORDS, CHECKS } from "./words";

type CheckListProps = { merchant: string; customer: string; checks: readonly PortalCheck[] };

const ICONS = { pass: Check, fail: X, unknown: CircleHelp };

/** Why a customer's page shows no usage: each condition as it is now, and the link that mends it. */
export function CheckList({ merchant, customer, checks }: CheckListProps) {
  return (
    <Section title={CHECKS.title} description={CHECKS.help}>
      <form method="get" className="tg-portal-as">
        <TextInput label={CHECKS.customer} name="customer" defaultValue={customer} required />
        <Button type="submit" variant="default">
          {CHECKS.run}
        </Button>
      </form>
      {checks.length === 0 ? null : (
        <ul className="tg-portal-checks" aria-label={CHECKS.title}>
          {checks.map((check) => (
            <Answer key={check.check} merchant={merchant} customer={customer} check={check} />
          ))}
        </ul>
      )}
    </Section>
  );
}

type AnswerProps = { merchant: string; customer: string; check: PortalCheck };

function Answer({ merchant, customer, check: { check, state, facts } }: AnswerProps) {
  const words = CHECK_WORDS[check];
  const Icon = ICONS[state];
  return (
    <li data-state={state}>
      <Icon size={16} aria-label={CHECKS[state]} />
      <div>
        <strong>{words.question}</strong>
        <p>
          {state === "unknown" ? CHECKS.unknown : words[state]} <Facts check={check} facts={facts} />
        </p>
        {state === "fail" ? <Link href={route(remedyOf(check, merchant, customer))}>{words.fix}</Link> : null}
      </div>
    </li>
  );
}

function Facts({ check, facts }: Pick<PortalCheck, "check" | "facts">) {
  const [first] = facts;
  if (check === "signed_in" && first !== undefined) return <Instant at={new Date(first)} />;
  return <>{facts.join(", ")}</>;
}

function remedyOf(check: PortalCheck["check"], merchant: string, customer: string): string {
  const home = `/m/${merchant}`;
  const places: Record<PortalCheck["check"], string> = {
    placed: `${home}/settings/general`,
    known: `${home}/usage/billing/balances`,
    signed_in: `${home}/usage/billing/commerce/customer-page#secret`,
    access: `${home}/limits`,
    usage: `${home}/usage/logs?customer=${encodeURIComponent(customer)}`,
    shown: `${home}/usage/billing/commerce/customer-page`,
  };
  return places[check];
}
