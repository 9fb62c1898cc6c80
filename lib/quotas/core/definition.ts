import type { Micros } from "@/lib/kernel/micros";
import type { Period } from "./period";
import type { SelectableQuota } from "./select-quotas";

/** A button under the quota message; `url` is set for `custom_url`, the others know where they lead. */
export type QuotaAction = {
  readonly slot: "primary" | "secondary";
  readonly type: "usage" | "credits" | "purchases" | "buy_credits" | "custom_url";
  readonly label: string;
  readonly url: string | null;
};

/** A quota with all its settings. */
export type QuotaDefinition = SelectableQuota & {
  /** The limit of a guest's whole network; null: networks are not counted. */
  readonly networkLimit: Micros | null;
  readonly period: Period;
  readonly anchorDay: number;
  readonly anchorMonth: number;
  /** Null is the merchant's zone. */
  readonly timeZone: string | null;
  /** Null is the merchant's message. */
  readonly message: string | null;
  readonly actions: readonly QuotaAction[];
};
