import { type MemberCtx, requireMember } from "@/lib/auth";
import { type FileInTheMaking, fileResponse } from "./file-response";
import { toProblem } from "./problem";

type Query = Readonly<Record<string, string>>;

type Context = { params: Promise<{ merchant: string }> };

/**
 * Every download of a dashboard: authenticates the member, opens the file that `?task=` or the rest of the query names, streams it. What goes
 * wrong before the first byte is a problem document.
 */
export function defineDownload(
  open: (ctx: MemberCtx, task: string, query: Query) => Promise<FileInTheMaking>,
) {
  return async (request: Request, { params }: Context): Promise<Response> => {
    const ctx = await requireMember((await params).merchant);
    const query = Object.fromEntries(new URL(request.url).searchParams);
    try {
      const { body, headers } = await fileResponse(await open(ctx, query["task"] ?? "", query));
      return new Response(body, { headers: { ...headers, ...PRIVATE } });
    } catch (error) {
      const { status, headers, body } = toProblem(error);
      return new Response(JSON.stringify(body), { status, headers: { ...headers, ...PRIVATE } });
    }
  };
}

/** One member's own: kept by no cache, taken for nothing but what it says it is. */
const PRIVATE = { "cache-control": "no-store", "x-content-type-options": "nosniff" };
