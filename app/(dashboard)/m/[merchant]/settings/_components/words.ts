/** The places of the settings, in their order. */
export const PLACES = [
  { path: "general", label: "General" },
  { path: "stores", label: "Stores" },
  { path: "modules", label: "Modules" },
  { path: "members", label: "Members" },
  { path: "api-keys", label: "API keys" },
  { path: "audit", label: "Audit trail" },
  { path: "data", label: "Data" },
  { path: "account", label: "Your account" },
] as const;
