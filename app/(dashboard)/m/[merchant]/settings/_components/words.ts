/** The places of the settings, in their order. */
export const NAV = {
  label: "Settings",
  places: [
    { path: "general", label: "General" },
    { path: "stores", label: "Stores" },
    { path: "modules", label: "Modules" },
    { path: "members", label: "Members" },
    { path: "api-keys", label: "API keys" },
    { path: "audit", label: "Audit trail" },
    { path: "data", label: "Data" },
    { path: "account", label: "Your account" },
  ],
} as const;

/** Where a place of the settings could not be shown. */
export const FAILURE = {
  page: "Settings",
  title: "These settings could not be read",
  help: "Nothing was changed. If it happens again, look into the server’s log.",
} as const;
