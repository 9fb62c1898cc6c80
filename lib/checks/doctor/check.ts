/** One condition, decided from live data. `facts` are what its sentence names: ids, names, amounts, instants. */
export type Check = {
  readonly code: string;
  readonly state: "pass" | "warn" | "fail" | "unknown";
  readonly facts: Readonly<Record<string, string>>;
  /** The screen that fixes it, below the merchant's dashboard; null where there is none. */
  readonly path: string | null;
};

/** What somebody wonders about, with its conditions in the order a person would look. */
export type Question = {
  readonly question:
    "usage_arrives" | "model_missing" | "page_empty" | "refused_after_buying" | "change_missing";
  readonly checks: readonly Check[];
};

/** A condition that is met or not. */
export function passIf(good: boolean, otherwise: "fail" | "warn" = "fail"): Check["state"] {
  return good ? "pass" : otherwise;
}

/** The part of an address that names a customer. */
export function ofCustomer(id: string): string {
  return `customer=${encodeURIComponent(id)}`;
}
