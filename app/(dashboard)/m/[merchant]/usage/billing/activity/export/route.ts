import { z } from "zod";
import { exportLedger } from "@/lib/wallets";
import { ENTRY_TYPES } from "@/lib/wallets/core";
import { defineFile } from "@/lib/web";

const wanted = z.object({
  type: z.union([z.string(), z.array(z.string())]).optional(),
  customer: z.string().optional(),
  actor: z.string().optional(),
  module: z.string().optional(),
  model: z.string().optional(),
  from: z.string().optional(),
  to: z.string().optional(),
});

/** The entries of the ledger that the screen shows, all of them, as a file. */
export const GET = defineFile((ctx, query) => {
  const { type, customer, ...rest } = wanted.parse(query);
  const types = type === undefined ? undefined : z.array(z.enum(ENTRY_TYPES)).parse([type].flat());
  return exportLedger(ctx, { ...rest, types, externalId: customer });
});
