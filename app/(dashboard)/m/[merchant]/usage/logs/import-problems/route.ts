import { requireMember } from "@/lib/auth";
import { exportImportErrors } from "@/lib/imports";
import { fileResponse, toProblem } from "@/lib/web";

type Context = { params: Promise<{ merchant: string }> };

/** The rows of an import that could not be brought in, with what is wrong: `?task=` names it. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { merchant } = await params;
  const ctx = await requireMember(merchant);
  const task = new URL(request.url).searchParams.get("task") ?? "";
  try {
    const { body, headers } = await fileResponse(await exportImportErrors(ctx, task));
    return new Response(body, { headers: { ...headers, "cache-control": "no-store" } });
  } catch (error) {
    const { status, headers, body } = toProblem(error);
    return new Response(JSON.stringify(body), { status, headers });
  }
}
