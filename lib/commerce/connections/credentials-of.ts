import { AppError, type FieldIssue } from "@/lib/kernel/errors";
import type { ShopKeys } from "./connection";
import type { ConnectionKind } from "./kinds";

/** What was typed of keys. */
type Typed = {
  readonly consumerKey?: string | undefined;
  readonly consumerSecret?: string | undefined;
  readonly apiKey?: string | undefined;
  readonly url?: string | null | undefined;
};

/**
 * The keys to keep of what was typed; null when none was. Throws `invalid_input` for half a pair, keys of the other
 * kind, a shop's keys without its address.
 */
export function credentialsOf(kind: ConnectionKind, typed: Typed): ShopKeys | { apiKey: string } | null {
  const issues = kind === "stripe" ? stripeIssues(typed) : shopIssues(typed);
  if (issues.length > 0)
    throw new AppError("invalid_input", "Some fields need attention.", { errors: issues });
  const { consumerKey, consumerSecret, apiKey } = typed;
  if (apiKey !== undefined) return { apiKey };
  return consumerKey !== undefined && consumerSecret !== undefined ? { consumerKey, consumerSecret } : null;
}

function stripeIssues({ consumerKey, consumerSecret, url }: Typed): FieldIssue[] {
  const given = Object.entries({ consumerKey, consumerSecret, url }).filter(([, value]) => value != null);
  return given.map(([path]) => ({ path, message: "belongs to a WooCommerce shop" }));
}

function shopIssues({ consumerKey, consumerSecret, apiKey, url }: Typed): FieldIssue[] {
  const issues: FieldIssue[] = [];
  if (apiKey !== undefined) issues.push({ path: "apiKey", message: "belongs to a Stripe account" });
  if ((consumerKey === undefined) !== (consumerSecret === undefined)) {
    const path = consumerKey === undefined ? "consumerKey" : "consumerSecret";
    issues.push({ path, message: "must be given together with the other half" });
  }
  if (consumerKey !== undefined && !url) {
    issues.push({ path: "url", message: "is needed to use the keys" });
  }
  return issues;
}
