import type { Actor } from "@/lib/access";
import { recordAudit } from "@/lib/audit";
import { sqlOf, type TxScope, withTx } from "@/lib/db";
import { newId } from "@/lib/kernel/ids";
import { insertApiKey } from "./api-keys.repo";
import { makeApiKey } from "./api-key-secret";
import { insertMember } from "./members.repo";
import { insertMerchant } from "./merchants.repo";
import { registerOnSight } from "./register-on-sight";
import { BUILT_IN_MODULES, createMerchantInput, type CreateMerchantInput } from "./schemas";
import { takenAsConflict } from "./taken";
import { vouchForPerson } from "./vouch-for-person";

const FIRST_KEY_NAME = "First key";

/** The operator of this installation, acting outside any merchant. */
type Operator = TxScope & { readonly actor: Actor; readonly now: Date };

type CreatedMerchant = {
  merchantId: string;
  slug: string;
  /** Shown only now. */
  apiKey: string;
  ownerId: string;
  memberId: string;
};

/**
 * Creates a merchant with the built-in modules, its owner and a first API key that may do everything a key may.
 * The operator vouches for the owner's e-mail address. A person who is known already keeps their password,
 * unless the address was never proved: then only what the operator gives now remains, and they are signed out.
 *
 * Throws `conflict` when the slug is taken. A repeat is such a conflict and changes nothing.
 */
export async function createMerchant(
  operator: Operator,
  input: CreateMerchantInput,
): Promise<CreatedMerchant> {
  const { owner, ...merchant } = createMerchantInput.parse(input);
  const merchantId = newId(operator.now);
  const ctx = { merchantId, actor: operator.actor, now: operator.now };

  return withTx(operator, async (tx) => {
    await takenAsConflict("A merchant with this slug exists already.", () =>
      insertMerchant(tx, { ...merchant, id: merchantId, createdAt: operator.now }),
    );
    const modules = Object.keys(BUILT_IN_MODULES);
    await registerOnSight(sqlOf(tx), merchantId, {
      modules,
      bots: [],
      forms: [],
      stores: [],
      at: operator.now,
    });
    const person = await vouchForPerson({ tx, now: operator.now }, owner);
    const memberId = newId(operator.now);
    await insertMember(tx, {
      merchantId,
      id: memberId,
      userId: person.id,
      role: "owner",
      createdAt: operator.now,
    });
    const { key, ...kept } = makeApiKey(merchantId);
    await insertApiKey(tx, {
      ...kept,
      merchantId,
      id: newId(operator.now),
      name: FIRST_KEY_NAME,
      scopes: ["*"],
      store: null,
      createdAt: operator.now,
    });
    await recordAudit(tx, ctx, {
      action: "merchant.create",
      entity: "merchant",
      entityId: merchantId,
      details: { slug: merchant.slug, owner: person.email },
    });
    return { merchantId, slug: merchant.slug, apiKey: key, ownerId: person.id, memberId };
  });
}
