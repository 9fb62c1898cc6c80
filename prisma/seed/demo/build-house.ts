import type { Actor, Ctx } from "@/lib/access";
import { hashPassword, OPERATOR } from "@/lib/auth";
import { withTx } from "@/lib/db";
import {
  addMember,
  createApiKey,
  createBot,
  createForm,
  createMerchant,
  createStore,
  patchSettings,
  vouchForPerson,
} from "@/lib/merchants";
import { createPricingRule } from "@/lib/pricing";
import { createQuota } from "@/lib/quotas";
import { ctxOf } from "./cast-ctx";
import { BOTS, FORMS, HOUSE, QUOTAS, RULES, SETTINGS, SIGN_INS, STORES } from "./house";

/** The slug while the month is being written; the demo gets its own when all of it is there. */
export const UNFINISHED_SLUG = "demo-in-the-making";

/**
 * The merchant with its people, stores, bots, forms, rules, quotas and keys, as it stood at `openedAt`: all of it
 * or, when something fails, nothing. Returns its first API key.
 */
export async function buildHouse(openedAt: Date): Promise<string> {
  const [owner, ...others] = SIGN_INS;
  const passwordHash = await hashPassword(owner.password);
  const vouched = await Promise.all(
    others.map(async ({ password, ...person }) => ({
      ...person,
      passwordHash: await hashPassword(password),
    })),
  );
  return withTx({}, async (tx) => {
    const { merchantId, apiKey, memberId } = await createMerchant(
      { actor: OPERATOR, now: openedAt, tx },
      { ...HOUSE, slug: UNFINISHED_SLUG, owner: { email: owner.email, name: owner.name, passwordHash } },
    );
    const actor: Actor = { kind: "member", id: memberId, label: owner.name };
    const ctx: Ctx = { ...ctxOf(merchantId, actor, openedAt), tx };
    await patchSettings(ctx, SETTINGS);
    for (const { role, ...person } of vouched) {
      await vouchForPerson({ tx, now: openedAt }, person);
      await addMember(ctx, { email: person.email, name: person.name, role });
    }
    for (const store of STORES) await createStore(ctx, store);
    for (const bot of BOTS) await createBot(ctx, bot);
    for (const form of FORMS) await createForm(ctx, form);
    for (const rule of RULES) await createPricingRule(ctx, rule);
    for (const quota of QUOTAS) await createQuota(ctx, quota);
    await createApiKey(ctx, { name: "Website", scopes: ["usage:write", "customers:write"] });
    await createApiKey(ctx, { name: "Reports", scopes: ["usage:read"], store: "journal" });
    return apiKey;
  });
}
