import { z } from "zod";
import { ctxOfOperator } from "@/lib/auth";
import { rotateApiKey } from "@/lib/merchants";
import { defineCommand } from "./command";

/** Replaces an API key; a repeat finds that the old one is gone. */
export const keyRotateCommand = defineCommand({
  name: "key:rotate",
  summary: "Replace an API key by a new one, which is shown once; the old one ends at once.",
  usage: "--merchant SLUG --id KEY-ID",
  options: { merchant: { type: "string" }, id: { type: "string" } },
  input: z.object({
    positionals: z.tuple([], "key:rotate takes no arguments without a name."),
    merchant: z.string(),
    id: z.string(),
  }),
  async run({ merchant, id: replaced }) {
    const ctx = await ctxOfOperator(merchant, new Date());
    const { id, key } = await rotateApiKey(ctx, replaced);
    return {
      json: { id, apiKey: key },
      text: `Key ${replaced} has ended.\nThe new one is ${id}, shown only now: ${key}`,
    };
  },
});
