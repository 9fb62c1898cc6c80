/** What a column of a file may hold, with the names by which files call it. */
export const IMPORT_FIELDS = {
  time: {
    label: "Time",
    known: ["time", "date", "timestamp", "created", "created_at", "occurred_at", "occurredat", "at"],
  },
  id: { label: "Row ID", known: ["id", "event_id", "request_id", "usage_id", "row_id", "log_id", "logid"] },
  customer: {
    label: "Customer ID",
    known: ["customer", "customer_id", "user", "user_id", "username", "external_id"],
  },
  email: { label: "Customer e-mail", known: ["email", "e-mail", "mail", "user_email"] },
  name: { label: "Customer name", known: ["name", "display_name", "customer_name", "user_name"] },
  guest: { label: "Guest session", known: ["guest", "session", "session_id", "guest_session"] },
  conversation: {
    label: "Conversation ID",
    known: ["conversation", "conversation_id", "conversation_uuid", "thread", "thread_id", "chat_id"],
  },
  module: { label: "Module", known: ["module", "feature", "type"] },
  operation: { label: "Operation", known: ["operation", "action"] },
  bot: { label: "Bot", known: ["bot", "bot_id", "chatbot", "assistant_id"] },
  store: { label: "Store", known: ["store", "site", "shop", "store_id"] },
  source: { label: "Source", known: ["source", "channel"] },
  provider: { label: "Provider", known: ["provider", "vendor"] },
  model: { label: "Model", known: ["model", "model_id", "model_name"] },
  inputTokens: {
    label: "Input tokens",
    known: ["input_tokens", "prompt_tokens", "tokens_in", "inputtokens"],
  },
  outputTokens: {
    label: "Output tokens",
    known: ["output_tokens", "completion_tokens", "tokens_out", "outputtokens"],
  },
  totalTokens: { label: "Total tokens", known: ["tokens", "total_tokens", "token_count", "totaltokens"] },
  images: { label: "Images", known: ["images", "image_count"] },
  cost: { label: "Credits", known: ["credits", "cost", "credits_used"] },
  prompt: {
    label: "Said by the user",
    known: ["prompt", "question", "input", "user_message", "message", "preview", "text"],
  },
  answer: {
    label: "Answer",
    known: ["answer", "response", "output", "completion", "assistant_message", "reply"],
  },
} as const satisfies Record<string, { label: string; known: readonly string[] }>;

export type ImportField = keyof typeof IMPORT_FIELDS;

/** Which column holds what: the place of the column in a row. A field that is not there has none. */
export type Mapping = Readonly<Partial<Record<ImportField, number>>>;

/** Every field, in the order people are asked for them. */
export const FIELD_NAMES: readonly ImportField[] = Object.keys(IMPORT_FIELDS).filter(isField);

/** Whether a word names a field. */
function isField(word: string): word is ImportField {
  return word in IMPORT_FIELDS;
}

/** Guesses from the header of a file which column holds what; a column is taken once. */
export function guessMapping(header: readonly string[]): Mapping {
  const words = header.map((title) =>
    title
      .trim()
      .toLowerCase()
      .replace(/[\s-]+/g, "_"),
  );
  const mapping: Partial<Record<ImportField, number>> = {};
  const taken = new Set<number>();
  for (const field of FIELD_NAMES) {
    const known: readonly string[] = IMPORT_FIELDS[field].known;
    const column = words.findIndex((word, index) => known.includes(word) && !taken.has(index));
    if (column === -1) continue;
    mapping[field] = column;
    taken.add(column);
  }
  return mapping;
}
