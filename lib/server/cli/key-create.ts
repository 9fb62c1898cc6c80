import { z } from "zod";
import { ctxOfOperator } from "@/lib/auth";
import { createApiKey } from "@/lib/merchants";
import { createApiKeyInput } from "@/lib/merchants/schemas";
import { defineCommand } from "./command";

const { name, scopes, store } = createApiKeyInput.shape;

/** Makes an API key; a repeat makes another. */
export const keyCreateCommand = defineCommand({
  name: "key:create",
  summary: "Make an API key, which is shown once.",
  usage: "--merchant SLUG --name NAME --scopes SCOPE[,SCOPE…] [--store STORE]",
  options: {
    merchant: { type: "string" },
    name: { type: "string" },
    scopes: { type: "string" },
    store: { type: "string" },
  },
  input: z.object({
    positionals: z.tuple([], "key:create takes no arguments without a name."),
    merchant: z.string(),
    name,
    scopes: z
      .string()
      .transform((list) => list.split(",").map((each) => each.trim()))
      .pipe(scopes),
    store,
  }),
  async run({ merchant, positionals: _none, ...wish }) {
    const ctx = await ctxOfOperator(merchant, new Date());
    const { id, key } = await createApiKey(ctx, wish);
    return { json: { id, apiKey: key }, text: `Made key ${id}.\nAPI key, shown only now: ${key}` };
  },
});
