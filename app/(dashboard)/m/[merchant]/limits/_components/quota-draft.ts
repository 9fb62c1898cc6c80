import { parseCredits, creditsToString, type Micros } from "@/lib/kernel/micros";
import type { QuotaAction, QuotaDefinition } from "@/lib/quotas/core";
import type { CreateQuotaInput } from "@/lib/quotas/schemas";

export type LimitKind = "amount" | "none" | "closed";
export type ButtonType = QuotaAction["type"] | "none";
type ButtonDraft = { readonly type: ButtonType; readonly label: string; readonly url: string };

/** A quota while it is being edited: everything as the fields hold it. */
export type QuotaDraft = Pick<QuotaDefinition, "audience" | "period" | "mode" | "enabled"> & {
  readonly role: string;
  readonly module: string | null;
  readonly bot: string | null;
  readonly store: string | null;
  readonly limitKind: LimitKind;
  readonly limit: string;
  readonly networkLimit: string;
  readonly anchorDay: number;
  readonly anchorMonth: number;
  readonly timeZone: string | null;
  readonly message: string;
  readonly primary: ButtonDraft;
  readonly secondary: ButtonDraft;
};

const NO_BUTTON: ButtonDraft = { type: "none", label: "", url: "" };

/** What a new limit begins with: the free tier most people want first. */
const NEW: QuotaDraft = {
  ...{ audience: "guest", role: "", module: null, bot: null, store: null },
  ...{ limitKind: "amount", limit: "", networkLimit: "" },
  ...{ period: "daily", anchorDay: 1, anchorMonth: 1, timeZone: null },
  ...{ message: "", primary: NO_BUTTON, secondary: NO_BUTTON, mode: "enforce", enabled: true },
};

/** A new quota as its fields begin, in a module or everywhere. */
export function newDraft(module: string | null): QuotaDraft {
  return { ...NEW, module };
}

/** A quota as its fields begin. */
export function draftOf(quota: QuotaDefinition): QuotaDraft {
  const { id: _, limit, networkLimit, role, message, actions, ...rest } = quota;
  return {
    ...rest,
    role: role ?? "",
    limitKind: limitKindOf(limit),
    limit: limit === null || limit === 0n ? "" : creditsToString(limit),
    networkLimit: networkLimit === null ? "" : creditsToString(networkLimit),
    message: message ?? "",
    primary: buttonOf(actions, "primary"),
    secondary: buttonOf(actions, "secondary"),
  };
}

function limitKindOf(limit: Micros | null): LimitKind {
  if (limit === null) return "none";
  return limit === 0n ? "closed" : "amount";
}

function buttonOf(actions: readonly QuotaAction[], slot: QuotaAction["slot"]): ButtonDraft {
  const action = actions.find((each) => each.slot === slot);
  return action ? { type: action.type, label: action.label, url: action.url ?? "" } : NO_BUTTON;
}

/** What a form sends: texts as they were typed, for the verb to parse. Fields that do not apply are null. */
export function inputOf(draft: QuotaDraft): CreateQuotaInput {
  const { audience, role, module, bot, store, period, anchorDay, anchorMonth, timeZone, mode, enabled } =
    draft;
  const named = audience === "role" || audience === "plan";
  return {
    ...{ audience, role: named ? role.trim() : null, module, bot, store },
    limit: draft.limitKind === "none" ? null : draft.limitKind === "closed" ? "0" : draft.limit.trim(),
    networkLimit: audience === "guest" && draft.networkLimit.trim() !== "" ? draft.networkLimit.trim() : null,
    ...{ period, anchorDay, anchorMonth, timeZone, mode, enabled },
    message: draft.message.trim() === "" ? null : draft.message.trim(),
    actions: actionsOf(draft),
  };
}

/** The buttons that are set, the first one first. */
export function actionsOf({ primary, secondary }: QuotaDraft): QuotaAction[] {
  const slots = [
    ["primary", primary],
    ["secondary", secondary],
  ] as const;
  return slots.flatMap(([slot, { type, label, url }]) =>
    type === "none"
      ? []
      : [{ slot, type, label: label.trim(), url: type === "custom_url" ? url.trim() : null }],
  );
}

/** The amount in a field; null while it is none. */
export function amountIn(text: string): Micros | null {
  const amount = parseCredits(text.trim());
  return amount !== null && amount >= 0n ? amount : null;
}
