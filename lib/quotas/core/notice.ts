import type { QuotaAction, QuotaDefinition } from "./definition";
import { type QuotaScope, scopeString } from "./scope";

/** What a visitor reads when neither the quota nor the merchant has a message of its own. */
const DEFAULT_QUOTA_MESSAGE = "You have reached your quota for this period.";

/** Where the customer's page is, the merchant's own or the one here, and what the merchant says by default. */
export type NoticeSettings = {
  readonly quotaMessage: string | null;
  /** Where the customer's page stands. */
  readonly dashboardUrl: string;
  readonly buyCreditsUrl: string | null;
};

export type Notice = { readonly message: string; readonly actions: QuotaAction[] };

type Noticed = Pick<QuotaDefinition, "message" | "actions"> & Partial<QuotaScope>;

/**
 * What the visitor is told, and up to two buttons with their addresses filled in; null where none is set. Addresses of
 * the customer's page say which section, module and scope it is about: the page opens there.
 */
export function noticeOf(quota: Noticed | null, settings: NoticeSettings): Notice {
  const message = quota?.message ?? settings.quotaMessage ?? DEFAULT_QUOTA_MESSAGE;
  const actions = (quota?.actions ?? []).map((action) => ({
    slot: action.slot,
    type: action.type,
    label: action.label,
    url: action.url ?? addressOf(action, settings, quota),
  }));
  return { message, actions };
}

const SECTIONS = { usage: "usage", credits: "balance", purchases: "purchases" } as const;

function addressOf({ type }: QuotaAction, settings: NoticeSettings, quota: Noticed | null): string | null {
  if (type === "buy_credits") return settings.buyCreditsUrl;
  if (type === "custom_url") return null;
  const url = new URL(settings.dashboardUrl);
  url.searchParams.set("section", SECTIONS[type]);
  if (quota?.module !== undefined) {
    const { module, bot = null, store = null } = quota;
    if (module !== null) url.searchParams.set("module", module);
    url.searchParams.set("scope", scopeString({ module, bot, store }));
  }
  return url.toString();
}
