/** @jsxImportSource hono/jsx */
import type { PageQuota } from "@/lib/portal";
import { amountText, placeText, Section, Time } from "./parts";
import { type SectionProps, sectionOf } from "./section-props";
import type { Visitor } from "./visitor";

/** Each allowance against its limit, and when it starts again. */
export function QuotasSection({ visitor, data: { quotas } }: SectionProps) {
  const { words } = visitor;
  return (
    <Section id="usage" title={words.allowances} asked={sectionOf(visitor) === "usage"}>
      {quotas.length === 0 ? (
        <p class="soft">{words.noAllowances}</p>
      ) : (
        <>
          <p class="soft">{words.allowancesHint(visitor.portal.merchant.burnOrder === "balance_first")}</p>
          <ul class="quotas">
            {quotas.map((quota) => (
              <Quota visitor={visitor} quota={quota} />
            ))}
          </ul>
        </>
      )}
    </Section>
  );
}

function Quota({ visitor, quota }: { visitor: Visitor; quota: PageQuota }) {
  const { words } = visitor;
  const asked = isAsked(visitor, quota);
  const spent = quota.remaining === 0n && quota.limit !== 0n;
  return (
    <li class={asked ? "asked" : undefined}>
      <div class="row">
        <h3>{placeText(quota, words)}</h3>
        <span class="number">{usedText(visitor, quota)}</span>
      </div>
      {quota.limit === null || quota.limit === 0n ? null : <Bar quota={quota} limit={quota.limit} />}
      <p class="soft">
        <Left visitor={visitor} quota={quota} />
      </p>
      {asked && spent ? <p class="warn">{words.reached}</p> : null}
    </li>
  );
}

/** What is left, when it starts again, and what requests in progress have set aside. */
function Left({ visitor, quota }: { visitor: Visitor; quota: PageQuota }) {
  const { words } = visitor;
  const { remaining, limit, held } = quota;
  const left = limit === 0n ? null : remaining;
  return (
    <>
      {left === 0n ? <strong class="spent">{words.usedUp}. </strong> : null}
      {left !== null && left > 0n ? `${words.left(amountText(visitor, left))}. ` : null}
      {limit === 0n ? null : <Reset visitor={visitor} quota={quota} />}
      {held > 0n ? ` ${words.quotaHeld(amountText(visitor, held))}` : null}
    </>
  );
}

/** A link from a refusal names the limit by its scope, or by its module alone. */
function isAsked({ query }: Visitor, { scope, module }: PageQuota): boolean {
  const [askedScope, askedModule] = [query.get("scope"), query.get("module")];
  return askedScope === undefined
    ? askedModule !== undefined && askedModule === module
    : askedScope === scope;
}

function usedText(visitor: Visitor, { limit, used }: PageQuota): string {
  const { words, format } = visitor;
  if (limit === 0n) return words.prepaidOnly;
  if (limit === null) return words.usedWithout(amountText(visitor, used));
  return words.usedOf(format.credits(used), amountText(visitor, limit));
}

function Reset({ visitor, quota: { resetsAt } }: { visitor: Visitor; quota: PageQuota }) {
  const { words, format, portal } = visitor;
  if (resetsAt === null) return <>{words.neverResets}</>;
  return (
    <>
      {words.resets} <Time at={resetsAt} format={format} style="weekday" /> (
      {format.relative(resetsAt, portal.now)}).
    </>
  );
}

const FULL = 1_000n;

/** Used and held of the limit, drawn without a style attribute, which the page's policy forbids. */
function Bar({ quota: { used, held }, limit }: { quota: PageQuota; limit: bigint }) {
  const share = (amount: bigint) => Number(((amount >= limit ? limit : amount) * FULL) / limit);
  return (
    <svg class="bar" viewBox="0 0 1000 8" preserveAspectRatio="none" aria-hidden="true">
      <rect class="track" width="1000" height="8" />
      <rect class="pending" width={share(used + held)} height="8" />
      <rect class={used >= limit ? "full" : "used"} width={share(used)} height="8" />
    </svg>
  );
}
