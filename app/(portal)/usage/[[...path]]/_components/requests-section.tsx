/** @jsxImportSource hono/jsx */
import type { PageRequest } from "@/lib/portal";
import { amountText, Section, Time } from "./parts";
import type { SectionProps } from "./section-props";
import type { Visitor } from "./visitor";

/** The newest requests; each opens what it cost and why. */
export function RequestsSection({ visitor, data: { requests } }: SectionProps) {
  const { words, format } = visitor;
  return (
    <Section id="requests" title={words.recent} asked={false}>
      {requests.length === 0 ? (
        <p class="soft">{words.recentNone}</p>
      ) : (
        <ul class="requests">
          {requests.map((request) => (
            <li>
              <details>
                <summary>
                  <span>{request.moduleName ?? words.noModule}</span>
                  <span class="soft">
                    <Time at={request.at} format={format} />
                  </span>
                  <span class="number">
                    {request.cost === 0n ? words.free : amountText(visitor, request.cost)}
                  </span>
                </summary>
                <p class="soft">{whyText(visitor, request)}</p>
              </details>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}

/** What set the price, and who paid which part of it: the parts add up to the cost. */
function whyText(visitor: Visitor, request: PageRequest): string {
  const { words, format } = visitor;
  const { why } = words;
  const amount = (part: bigint) => amountText(visitor, part);
  return [
    request.units > 0 ? why.units(format.count(request.units)) : null,
    request.priced ? why.priced(request.model) : why.unpriced,
    request.cost === 0n ? why.nothing : null,
    request.fromBalance > 0n ? why.balance(amount(request.fromBalance)) : null,
    request.fromQuota > 0n ? why.quota(amount(request.fromQuota)) : null,
    request.uncovered > 0n ? why.uncovered(amount(request.uncovered)) : null,
  ]
    .filter((sentence) => sentence !== null)
    .join(" ");
}
