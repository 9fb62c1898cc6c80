import Link from "next/link";
import { Badge, Credits, Instant, route, Section, type Tone } from "@/components/ui";
import type { PurchaseDiagnosis } from "@/lib/commerce";
import type { Diagnosed, Fix } from "@/lib/commerce/schemas";
import { customerPlace, placeOf } from "../../_components/address";
import { FixButton } from "./fix-button";
import { CHECKS, PAGE, VERDICTS } from "./words";

type DiagnosisProps = {
  merchant: string;
  query: string;
  diagnosis: PurchaseDiagnosis;
  mayFix: (fix: Fix) => boolean;
};

const TONES: Record<Diagnosed["state"], Tone> = {
  pass: "credit",
  warn: "held",
  fail: "refused",
  unknown: "neutral",
};

/** One order at one connection: every condition with its verdict, and what mends it. */
export function DiagnosisView({ merchant, query, diagnosis, mayFix }: DiagnosisProps) {
  const { connection, purchase, checks } = diagnosis;
  const title = purchase === null ? PAGE.unknown(query) : PAGE.order(purchase.number);
  return (
    <Section
      title={title}
      description={connection.name}
      actions={purchase === null ? null : <Links merchant={merchant} purchase={purchase} />}
    >
      <ul className="tg-shop-list" aria-label={`${title} · ${connection.name}`}>
        {checks.map((check) => (
          <li key={check.code}>
            <Badge tone={TONES[check.state]}>{VERDICTS[check.state]}</Badge>
            <span className="tg-shop-line">
              <span>{CHECKS[check.code].name}</span>
              <span className="tg-quiet">
                {CHECKS[check.code].says[check.state](check.facts)} <Figures check={check} />
              </span>
            </span>
            {check.fix && mayFix(check.fix) ? (
              <FixButton
                merchant={merchant}
                query={query}
                fix={check.fix}
                purchase={purchase}
                buyer={check.facts["email"] || null}
              />
            ) : null}
          </li>
        ))}
      </ul>
    </Section>
  );
}

/** Instants and credits behind a verdict. */
function Figures({ check: { code, facts } }: { check: Diagnosed }) {
  const at = facts["at"] ?? facts["last"];
  if (code === "credits_booked" && facts["granted"]) {
    return (
      <>
        <Credits micros={BigInt(facts["granted"])} sign />
        {facts["taken"] && facts["taken"] !== "0" ? (
          <>
            {" "}
            <Credits micros={-BigInt(facts["taken"])} sign />
          </>
        ) : null}
      </>
    );
  }
  return at ? <Instant at={new Date(at)} /> : null;
}

type LinksProps = { merchant: string; purchase: NonNullable<PurchaseDiagnosis["purchase"]> };

function Links({ merchant, purchase: { id, customer } }: LinksProps) {
  return (
    <span className="tg-shop-buttons">
      <Link href={route(placeOf(merchant, "purchases", { purchase: id }))}>{PAGE.openPurchase}</Link>
      {customer === null ? null : (
        <Link href={route(customerPlace(merchant, customer))}>{PAGE.openCustomer}</Link>
      )}
    </span>
  );
}
