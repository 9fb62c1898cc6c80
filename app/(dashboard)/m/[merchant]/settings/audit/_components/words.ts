/** Settings → Audit trail: every text of the screen. */
export const TITLE = "Audit trail";

export const WORDS = {
  description: "Who changed what, when. Nobody can change or delete an entry, not even Tollgate's operator.",
  export: "Export CSV",
  when: "When",
  who: "Who",
  what: "What",
  on: "On",
  kind: "Kind",
  id: "Id",
  action: "Action",
  search: "Search the trail",
  before: "Before",
  after: "After",
  field: "Setting",
  details: "Details",
  raw: "The record",
  nothing: "nothing",
  empty: "Nothing in the trail",
  emptyLine: "Changes by members, keys and the system stand here from the moment they happen.",
  emptyFiltered: "Nothing matches",
  emptyFilteredLine: "Take a filter away, or choose other days.",
  missing: "It is not on this page",
};

export const ACTOR_WORDS: Readonly<Record<string, string>> = {
  member: "Member",
  api_key: "API key",
  system: "System",
  webhook: "Webhook",
  customer: "Customer",
  guest: "Guest",
};

/** Words whose capitals a machine cannot guess. */
const NAMES: Readonly<Record<string, string>> = { api_key: "API key" };

/** Acts whose names are a program's: people say it otherwise. */
const ACTS: Readonly<Record<string, string>> = { put: "save", patch: "change" };

/** "pricing_rule" → "Pricing rule". */
export function entityWords(entity: string): string {
  const words = NAMES[entity] ?? entity.replaceAll("_", " ");
  return `${words.slice(0, 1).toUpperCase()}${words.slice(1)}`;
}

/** "member.change_role" → "Member: change role". */
export function actionWords(action: string): string {
  const [entity = action, act] = action.split(".");
  if (act === undefined) return entityWords(entity);
  return `${entityWords(entity)}: ${ACTS[act] ?? act.replaceAll("_", " ")}`;
}
