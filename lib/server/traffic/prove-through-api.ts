import { z } from "zod";
import type { ApiClient } from "./api-client";
import type { LedgerProof } from "./report";

const proof = z.object({
  ok: z.boolean(),
  wallets: z.number(),
  entries: z.number(),
  breaks: z.array(z.unknown()),
});

/** Lets the server prove every wallet of the key's merchant. Throws with the server's words when it cannot. */
export async function proveThroughApi(client: ApiClient): Promise<LedgerProof> {
  const { status, body } = await client.get("/api/v1/verify");
  if (status === 200) return proof.parse(body);
  const detail = body["detail"];
  throw new Error(`the server answered ${status}${typeof detail === "string" ? `: ${detail}` : ""}`);
}
