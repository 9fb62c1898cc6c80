/**
 * The address a request came from, as the proxy nearest to us wrote it; what clients claim before it is not believed.
 */
export function addressOf(headers: Pick<Headers, "get">): string | null {
  return headers.get("x-forwarded-for")?.split(",").at(-1)?.trim() || null;
}
