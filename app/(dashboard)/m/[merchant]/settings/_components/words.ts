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

export const SHARED = {
  readOnly: "Your role may read this and not change it. An owner or admin can.",
  cancel: "Cancel",
  close: "Close",
};
