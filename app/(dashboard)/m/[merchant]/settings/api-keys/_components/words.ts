/** Settings → API keys: every text of the screen. */
export const TITLE = "API keys";

export const SCOPE_WORDS: Readonly<Record<string, { label: string; does: string }>> = {
  "usage:write": {
    label: "Send usage",
    does: "Authorize requests, record usage, hold and release credits. What a website or bot needs.",
  },
  "usage:read": {
    label: "Read everything",
    does: "Logs, activity, balances, quotas, settings. Changes nothing.",
  },
  "customers:write": {
    label: "Manage customers",
    does: "Create and change customers, make links to their page.",
  },
  "credits:write": { label: "Move credits", does: "Grant and take credits, set balances, reset usage." },
  "settings:write": {
    label: "Change settings",
    does: "Pricing rules, quotas, packages, modules, stores, settings; delete logs.",
  },
  "connections:write": { label: "Connect shops", does: "Add, change and remove shops and their secrets." },
  "keys:write": {
    label: "Manage keys",
    does: "Make keys that may do no more than itself, rotate and revoke them.",
  },
  "*": { label: "Everything", does: "All of the above. Only for a server that you trust with all of it." },
};

export const WORDS = {
  description: "Keys by which your programs call Tollgate. Each may do only what it is given.",
  create: "Create key",
  name: "Name",
  nameHelp: "Who or what uses it: “Website”, “Night import”.",
  scopes: "What it may do",
  store: "Store",
  storeHelp: "A key bound to a store acts for that store alone.",
  anyStore: "Every store",
  notCreated: "No key was created",
  shownTitle: "Your new key",
  shownLine: "Copy it now: it is kept as a hash, and nobody can show it again.",
  tryIt: "Try it",
  done: "I have copied it",
  never: "Never used",
  unused: "Unused",
  unusedTip: "Not used for 90 days, or never since it was made a month ago: revoke what nobody needs",
  lastUsed: "Last used",
  created: "Created",
  ends: "Ends with",
  rename: "Rename",
  renamed: "Key renamed",
  notRenamed: "The key was not renamed",
  rotate: "Rotate key",
  rotateTitle: (name: string) => `Rotate “${name}”?`,
  rotateLine:
    "A new key that may do the same is shown once, and the old one is refused from that moment on. Put the new one in place right after.",
  notRotated: "The key was not rotated",
  revoke: "Revoke key",
  revokeTitle: (name: string) => `Revoke “${name}”?`,
  revokeLine:
    "Requests with it are refused at once, for ever. What it did stays in the ledger and the trail.",
  lastUse: "It was last used",
  revoked: "Key revoked",
  notRevoked: "The key was not revoked",
  empty: "No API keys",
  emptyLine: "A key lets your website, bot or shop send usage.",
  missing: "There is no such key",
};
