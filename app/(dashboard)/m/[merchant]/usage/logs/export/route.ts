import { requireMember } from "@/lib/auth";
import { fetchExport } from "@/lib/logs";
import { fileResponse, toProblem } from "@/lib/web";

type Context = { params: Promise<{ merchant: string }> };

/** The file of an export that was started on the screen: `?task=` names it. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { merchant } = await params;
  const ctx = await requireMember(merchant);
  const task = new URL(request.url).searchParams.get("task") ?? "";
  try {
    const file = await fetchExport(ctx, task, () => new Date());
    const { body, headers } = await fileResponse(file);
    return new Response(body, {
      headers: { ...headers, "cache-control": "no-store", "x-content-type-options": "nosniff" },
    });
  } catch (error) {
    const { status, headers, body } = toProblem(error);
    return new Response(JSON.stringify(body), { status, headers });
  }
}
