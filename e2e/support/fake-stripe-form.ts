/** A form as Stripe's library sends it: `line_items[0][price_data][currency]=eur`. */
export function readForm(body: string) {
  const fields = [...new URLSearchParams(body)];
  return {
    text: (name: string): string | null => fields.find(([field]) => field === name)?.[1] ?? null,
    /** `metadata[a]=1` → { a: "1" }. */
    group: (name: string): Record<string, string> =>
      Object.fromEntries(
        fields.flatMap(([field, value]) => {
          const key = new RegExp(`^${name}\\[(\\w+)\\]$`).exec(field)?.[1];
          return key === undefined ? [] : [[key, value]];
        }),
      ),
    /** Each entry of a list with its fields, `price_data[currency]` by that name. */
    list: (name: string): Record<string, Record<string, string>> => {
      const entries: Record<string, Record<string, string>> = {};
      for (const [field, value] of fields) {
        const match = new RegExp(`^${name}\\[(\\d+)\\]\\[(\\w+)\\]((?:\\[\\w+\\])*)$`).exec(field);
        if (match) (entries[match[1] ?? ""] ??= {})[`${match[2]}${match[3]}`] = value;
      }
      return entries;
    },
  };
}
