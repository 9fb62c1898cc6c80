import { z } from "zod";
import type { Actor } from "@/lib/access";
import { OPERATOR } from "@/lib/auth";
import { putCustomer } from "@/lib/customers";
import { flushRefusals } from "@/lib/logs";
import { listApiKeys, listMembers } from "@/lib/merchants";
import { authorize } from "@/lib/metering";
import { ctxOf } from "./cast-ctx";
import { CREDIT_ACTS } from "./credits";
import { EVERYBODY, SHOPPERS } from "./people";
import { planTraffic } from "./plan-traffic";
import { runCreditAct } from "./run-credits";
import { runWindow, windowsOf } from "./run-traffic";
import { openShops } from "./shops";
import { readTokenCounts } from "./token-counts";

const DAY_MILLIS = 86_400_000;

/** One thing that happens at an instant of the story. */
type Step = { readonly at: Date; readonly happen: () => Promise<void> };

/**
 * Lets the month up to `now` happen, in the order of time. Every act carries an id of its own, so that telling the
 * story again changes nothing.
 */
export async function tellStory(merchantId: string, now: Date): Promise<void> {
  const { website, helper, owner } = await findActors(merchantId, now);
  const opening = new Date(now.getTime() - 30.5 * DAY_MILLIS);
  for (const { id, name, email, roles } of EVERYBODY) {
    await putCustomer(ctxOf(merchantId, website, opening), id, { name, email, roles: [...roles] });
  }
  const ended = new Set<string>();
  const shops = await openShops(ctxOf(merchantId, owner, opening));
  const traffic = windowsOf(planTraffic(now, await readTokenCounts())).map((window): Step => ({
    at: window.at,
    happen: () => runWindow(ctxOf(merchantId, website, window.at), window, ended),
  }));
  const credits = CREDIT_ACTS.map((act, index): Step => {
    const at = new Date(now.getTime() - act.daysAgo * DAY_MILLIS);
    const key = `demo-credits-${index + 1}`;
    return { at, happen: () => runCreditAct(ctxOf(merchantId, helper, at), { act, key }, shops) };
  });
  const steps = [...traffic, ...credits].sort((a, b) => a.at.getTime() - b.at.getTime());
  for (const { happen } of steps) await happen();
  await leaveHoldOpen(merchantId, website, now);
  await flushRefusals();
}

/** A request in flight when the story ends: its credits are held, not spent. */
async function leaveHoldOpen(merchantId: string, website: Actor, now: Date): Promise<void> {
  const at = new Date(now.getTime() - 60_000);
  await authorize(ctxOf(merchantId, website, at), {
    id: "demo-in-flight",
    customer: SHOPPERS[0].id,
    module: "image_generator",
    operation: "generate",
    store: "app",
    provider: "openai",
    model: "gpt-image-1",
    estimate: { images: 4 },
    holdSeconds: 86_400,
  });
}

const named = z.object({ id: z.string(), name: z.string() });

/** Who acts: the website by its key, the person at the help desk, and the owner. */
async function findActors(
  merchantId: string,
  now: Date,
): Promise<{ website: Actor; helper: Actor; owner: Actor }> {
  const ctx = ctxOf(merchantId, OPERATOR, now);
  const keys = await listApiKeys(ctx, { limit: 100 });
  const members = await listMembers(ctx, { limit: 100 });
  const key = named.parse(keys.data.find(({ name }) => name === "Website"));
  const member = (wanted: string): Actor => {
    const { id, name } = named.parse(members.data.find(({ role }) => role === wanted));
    return { kind: "member", id, label: name };
  };
  return {
    website: { kind: "api_key", id: key.id, label: key.name },
    helper: member("support"),
    owner: member("owner"),
  };
}
