/** A request to copy into a terminal, with `more` of what an event may say; the key is one from Settings. */
export function firstRequest(url: string, more: Readonly<Record<string, unknown>> = {}): string {
  const event = {
    id: "first-request",
    customer: "42",
    module: "chatbot",
    operation: "chat",
    provider: "openai",
    model: "gpt-4o",
    usage: { inputTokens: 800, outputTokens: 300 },
    ...more,
  };
  return [
    `curl ${url}/api/v1/usage \\`,
    `  -H "Authorization: Bearer $TOLLGATE_API_KEY" \\`,
    `  -H "Content-Type: application/json" \\`,
    `  -d '${JSON.stringify(event, null, 2)}'`,
  ].join("\n");
}
