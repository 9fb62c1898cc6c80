import { meteredTx } from "@/lib/db";
import { type Facts, mergeFacts, NO_FACTS } from "./facts";
import { readFacts } from "./facts-shape";
import { addLinks, findFacts, findLinks, keepFacts, type LinkScope, lockLinks } from "./links.repo";
import type { Observation, References } from "./observe-event";

/** The purchases an observation is about, and all that is known of them beside what it tells. */
export type Settled = { readonly keys: readonly string[]; readonly facts: Facts };

const given = (references: readonly (string | null)[]) => references.filter((each) => each !== null);
/** What names one payment. */
const paymentOf = ({ intent, session, invoice, charge }: References) =>
  given([intent, session, invoice, charge]);

/**
 * Writes down what belongs together, so that events may come in any order: a sale finds what was said of its payment
 * before, and what is said of a payment finds what was sold by it. Whichever comes second sees the first. A sale known
 * under one key keeps it, whatever else it turns out to be called.
 */
export async function settleLinks(scope: LinkScope, seen: Observation, now: Date): Promise<Settled> {
  return meteredTx(async (sql) => {
    await lockLinks(sql, scope);
    const links = await findLinks(sql, scope, given(Object.values(seen.refs)));
    const keys = seen.about === "sale" ? [saleKey(seen, links)] : linkedKeys(seen, links);
    if (seen.about === "sale") {
      const references = [...paymentOf(seen.refs), ...given([seen.refs.subscription])];
      await addLinks(sql, scope, { key: keys[0] ?? "", references });
    }
    const { intent, charge, subscription, customer } = seen.refs;
    const known = await findFacts(sql, scope, given([intent, charge, subscription, customer]));
    for (const { reference, facts } of notesOf(seen)) {
      const before = known.find((each) => each.reference === reference)?.facts;
      await keepFacts(sql, scope, { reference, facts: mergeFacts(readFacts(before), facts), now });
    }
    const all = known.reduce((sum, each) => mergeFacts(sum, readFacts(each.facts)), NO_FACTS);
    return { keys, facts: mergeFacts(all, seen.told) };
  });
}

type Links = readonly { readonly reference: string; readonly key: string }[];

function saleKey({ refs, key }: Observation, links: Links): string {
  const known = paymentOf(refs).flatMap((reference) => links.filter((link) => link.reference === reference));
  return known[0]?.key ?? key ?? "";
}

/** Of money: the purchases of its payment. Of a buyer: those of the subscription. */
function linkedKeys({ about, refs }: Observation, links: Links): string[] {
  const of = about === "buyer" ? given([refs.subscription]) : paymentOf(refs);
  const keys = links.filter((link) => of.includes(link.reference)).map((link) => link.key);
  return [...new Set(keys)];
}

/** What is kept by itself: money by its payment, a buyer by the subscription and the Stripe customer. */
function notesOf({ about, refs, told }: Observation): { reference: string; facts: Facts }[] {
  if (about === "money") {
    return given([refs.intent ?? refs.charge]).map((reference) => ({ reference, facts: told }));
  }
  const buyer = told.buyer ?? Object.values(told.sales)[0]?.buyer ?? null;
  if (!buyer?.externalId) return [];
  const facts = { ...NO_FACTS, buyer: { ...buyer, email: null } };
  return given([about === "buyer" ? refs.subscription : null, refs.customer]).map((reference) => ({
    reference,
    facts,
  }));
}
