import type Stripe from "stripe";
import { askForIntent, askForInvoice, askForInvoiceOf, askForMoney, askForSession } from "./ask-stripe";
import { isFinal, problemOf } from "./client";
import { mergeFacts, NO_FACTS } from "./facts";
import { NO_REFERENCES, type Observation, type References } from "./observe-event";
import { type LinkScope } from "./links.repo";
import { settleLinks, type Settled } from "./settle-links";

/** What is known after asking; `problem`: why Stripe could not be asked, though a later try may. */
type Asked<Known> = { readonly known: Known; readonly confirmed: boolean; readonly problem: string | null };

/** What was sold, as Stripe says it now, together with what the event said. Without an API, the event's word alone. */
export async function askAboutSale(
  stripe: Stripe | null,
  told: Observation,
  at: number,
): Promise<Asked<Observation>> {
  if (!stripe) return { known: told, confirmed: false, problem: null };
  try {
    const now = await saleNow(stripe, told, at);
    return now
      ? { known: together(told, now), confirmed: true, problem: null }
      : { known: told, confirmed: false, problem: null };
  } catch (error) {
    return { known: told, confirmed: false, problem: isFinal(error) ? null : problemOf(error) };
  }
}

async function saleNow(stripe: Stripe, { refs, told }: Observation, at: number): Promise<Observation | null> {
  const [sale] = Object.values(told.sales);
  if (sale?.kind === "session") return askForSession(stripe, sale.id, at);
  if (refs.invoice !== null) return askForInvoice(stripe, refs.invoice, at);
  return sale ? askForIntent(stripe, sale.id, at) : null;
}

function together(told: Observation, now: Observation): Observation {
  const refs: References = {
    intent: now.refs.intent ?? told.refs.intent,
    session: now.refs.session ?? told.refs.session,
    invoice: now.refs.invoice ?? told.refs.invoice,
    charge: now.refs.charge ?? told.refs.charge,
    subscription: now.refs.subscription ?? told.refs.subscription,
    customer: now.refs.customer ?? told.refs.customer,
  };
  return { ...told, refs, told: mergeFacts(told.told, now.told) };
}

/**
 * Where money moved: all of it as Stripe lists it now, for the purchases the payment belongs to. A payment that nothing
 * is known to have been sold by is looked for among the invoices; if it paid none of ours, nothing more is asked.
 */
export async function askAboutMoney(
  stripe: Stripe,
  scope: LinkScope,
  { seen, settled, at, now }: { seen: Observation; settled: Settled; at: number; now: Date },
): Promise<Asked<Settled>> {
  const { intent } = seen.refs;
  if (intent === null) return { known: settled, confirmed: false, problem: null };
  try {
    const linked = settled.keys.length > 0 ? settled : await linkedByInvoice(stripe, scope, { intent, now });
    if (linked.keys.length === 0) return { known: settled, confirmed: false, problem: null };
    const facts = mergeFacts(mergeFacts(linked.facts, settled.facts), await askForMoney(stripe, intent, at));
    return { known: { keys: linked.keys, facts }, confirmed: true, problem: null };
  } catch (error) {
    return { known: settled, confirmed: false, problem: isFinal(error) ? null : problemOf(error) };
  }
}

async function linkedByInvoice(
  stripe: Stripe,
  scope: LinkScope,
  { intent, now }: { intent: string; now: Date },
): Promise<Settled> {
  const invoice = await askForInvoiceOf(stripe, intent);
  if (invoice === null) return { keys: [], facts: NO_FACTS };
  const refs = { ...NO_REFERENCES, intent, invoice };
  const seen = { about: "sale", subject: `invoice ${invoice}`, key: invoice, refs, told: NO_FACTS } as const;
  return settleLinks(scope, seen, now);
}
