import { z } from "zod";
import { ctxOfOperator } from "@/lib/auth";
import { type Proof, verifyEverything, verifyWallets } from "@/lib/wallets";
import { defineCommand } from "./command";

/** Proves all balances, or one merchant's; changes nothing. Exit code 1 when something breaks. */
export const verifyCommand = defineCommand({
  name: "verify",
  summary: "Prove that every balance follows from its ledger, and name the first entry that breaks.",
  usage: "[--merchant SLUG]",
  options: { merchant: { type: "string" } },
  input: z.object({
    positionals: z.tuple([], "verify takes no arguments without a name."),
    merchant: z.string().optional(),
  }),
  async run({ merchant }) {
    const now = new Date();
    const proof =
      merchant === undefined
        ? await verifyEverything(now)
        : await verifyWallets(await ctxOfOperator(merchant, now));
    return { json: proof, text: proofText(proof), exitCode: proof.ok ? 0 : 1 };
  },
});

function proofText(proof: Proof): string {
  const { expired, future } = proof.unshown;
  const lines = [
    `${proof.wallets} wallets, ${proof.entries} ledger entries: ${proof.ok ? "every balance is proved." : "BROKEN."}`,
    ...(expired === "0" ? [] : [`Expired and not booked yet: ${expired} credits.`]),
    ...(future === "0" ? [] : [`In force later: ${future} credits.`]),
    ...proof.breaks.map((each) => `  ${JSON.stringify(each)}`),
  ];
  return lines.join("\n");
}
