import type { NextRequest } from "next/server";

/** Answers next-auth's own addresses under `/api/auth`: coming back from a provider, and the forms around it. */
export async function handleAuthRequest(request: NextRequest): Promise<Response> {
  const { nextAuth } = await import("./next-auth");
  const { GET, POST } = nextAuth.handlers;
  return request.method === "POST" ? POST(request) : GET(request);
}
