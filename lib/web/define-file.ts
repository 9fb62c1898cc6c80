import { type MemberCtx, requireMember } from "@/lib/auth";
import { type FileInTheMaking, fileResponse } from "./file-response";
import { toProblem } from "./problem";

type Context = { params: Promise<{ merchant: string }> };
type Query = Readonly<Record<string, string | string[]>>;

/**
 * Every file of a dashboard that a link fetches with what it shows in its address: authenticates the member, opens the
 * file, streams it. What is in the address is whatever a stranger wrote: `open` parses it. What goes wrong before the
 * first byte is a problem document.
 */
export function defineFile(open: (ctx: MemberCtx, query: Query) => Promise<FileInTheMaking>) {
  return async (request: Request, { params }: Context): Promise<Response> => {
    const ctx = await requireMember((await params).merchant);
    try {
      const file = await open(ctx, queryOf(new URL(request.url).searchParams));
      const { body, headers } = await fileResponse(file);
      return new Response(body, { headers: { ...headers, ...PRIVATE } });
    } catch (error) {
      const { status, headers, body } = toProblem(error);
      return new Response(JSON.stringify(body), { status, headers: { ...headers, ...PRIVATE } });
    }
  };
}

/** A parameter that is given twice is a list. */
function queryOf(params: URLSearchParams): Query {
  return Object.fromEntries(
    [...new Set(params.keys())].map((name) => {
      const all = params.getAll(name);
      return [name, all.length === 1 ? (all[0] ?? "") : all];
    }),
  );
}

/** One member's own: kept by no cache, taken for nothing but what it says it is. */
const PRIVATE = { "cache-control": "no-store", "x-content-type-options": "nosniff" };
