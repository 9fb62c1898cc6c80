import type { Ctx } from "@/lib/access";
import { checkPortal, type PortalCheck } from "@/lib/portal";
import { type Check, ofCustomer } from "./check";

/** Why the customer's page shows no usage (mission B60), as the customer page itself answers it. */
export async function checkPage(asker: Ctx, customer: string): Promise<Check[]> {
  const page = "/usage/billing/commerce/customer-page";
  const paths: Record<PortalCheck["check"], string> = {
    placed: page,
    known: "/usage/billing/balances",
    signed_in: page,
    access: `/limits/explain?${ofCustomer(customer)}`,
    usage: `/usage/logs?${ofCustomer(customer)}`,
    shown: page,
  };
  const found = await checkPortal(asker, customer);
  return found.map(({ check, state, facts }) => ({
    code: `page_${check}`,
    state,
    facts: facts.length === 0 ? {} : { names: facts.join(", ") },
    path: paths[check],
  }));
}
