import { type Sql, sqlOf, type Tx } from "@/lib/db";
import { BUILT_IN_MODULES } from "./schemas";
import { addRows } from "./registry.repo";

/** Names of one merchant that requests, rules, quotas or keys have used. */
type Sighting = {
  readonly modules: readonly string[];
  readonly bots: readonly { id: string; module: string }[];
  readonly forms: readonly { id: string; module: string }[];
  readonly stores: readonly string[];
  readonly at: Date;
};

const shownName = new Map<string, string>(Object.entries(BUILT_IN_MODULES));

/**
 * Registers what is not registered yet, with set-based statements in the caller's transaction; a repeat does
 * nothing. A bot or form that is known already stays with its module. Meant for callers that remember, after
 * their commit, what they have registered: then the way of a request costs nothing here.
 */
export async function registerOnSight(sql: Sql, merchantId: string, sighting: Sighting): Promise<void> {
  const features = [...sighting.bots, ...sighting.forms];
  const moduleIds = new Set([...sighting.modules, ...features.map((each) => each.module)]);
  const modules = [...moduleIds].map((id) => ({ id, name: shownName.get(id) ?? id }));
  await addRows(sql, merchantId, { ...sighting, modules });
}

/** The scope of a rule, quota or key: what it names, if anything. */
type NamedScope = {
  readonly module?: string | null;
  readonly bot?: string | null;
  readonly form?: string | null;
  readonly store?: string | null;
};

/**
 * Registers what the scope of a rule, quota or key names (design.md §9: they may name what was not seen yet).
 * A bot named without a module is a chatbot's, a form one of the AI forms.
 */
export async function registerNames(
  tx: Tx,
  { merchantId, now }: { readonly merchantId: string; readonly now: Date },
  { module, bot, form, store }: NamedScope,
): Promise<void> {
  await registerOnSight(sqlOf(tx), merchantId, {
    modules: listOf(module),
    bots: listOf(bot).map((id) => ({ id, module: module ?? "chatbot" })),
    forms: listOf(form).map((id) => ({ id, module: module ?? "ai_forms" })),
    stores: listOf(store),
    at: now,
  });
}

function listOf(name: string | null | undefined): string[] {
  return name == null ? [] : [name];
}
