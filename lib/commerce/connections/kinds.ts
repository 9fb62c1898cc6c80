/** When a shop's order earns its credits: completed · processing (or completed) · paid, whatever its status. */
export const GRANT_WHEN = ["completed", "processing", "paid"] as const;
export type GrantWhen = (typeof GRANT_WHEN)[number];

export const CONNECTION_KINDS = ["woocommerce", "stripe"] as const;
export type ConnectionKind = (typeof CONNECTION_KINDS)[number];
