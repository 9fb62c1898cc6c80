"use server";

import { revalidatePath } from "next/cache";
import { z } from "zod";
import {
  createBot,
  createForm,
  createModule,
  createStore,
  deleteBot,
  deleteForm,
  deleteModule,
  deleteStore,
  patchStore,
  renameBot,
  renameForm,
  renameModule,
} from "@/lib/merchants";
import { defineAction } from "@/lib/web";
import { KINDS } from "./registry-words";

const kind = z.enum(KINDS);
const text = z.string();
const optional = z
  .string()
  .trim()
  .nullish()
  .transform((given) => given || undefined);

const entryInput = z.strictObject({ kind, id: text, name: optional, url: optional, module: optional });
export type EntryInput = z.input<typeof entryInput>;

/** Adds a store, module, bot or form before a request names it. */
export const addEntryAction = defineAction(async (ctx, input: EntryInput) => {
  const { kind: to, id, name, url, module = "" } = entryInput.parse(input);
  const named = { id: id.trim(), ...(name === undefined ? {} : { name }) };
  if (to === "stores") await createStore(ctx, { ...named, url: url ?? null });
  else if (to === "modules") await createModule(ctx, named);
  else if (to === "bots") await createBot(ctx, { ...named, module });
  else await createForm(ctx, { ...named, module });
  revalidatePath("/m/[merchant]/settings", "layout");
});

const changeInput = z.strictObject({ kind, id: text, name: text, url: optional });
export type ChangeInput = z.input<typeof changeInput>;

/** Changes the shown name, and a store's address. */
export const changeEntryAction = defineAction(async (ctx, input: ChangeInput) => {
  const { kind: of, id, name, url } = changeInput.parse(input);
  const renamed = { name: name.trim() };
  if (of === "stores") await patchStore(ctx, id, { ...renamed, url: url ?? null });
  else if (of === "modules") await renameModule(ctx, id, renamed);
  else if (of === "bots") await renameBot(ctx, id, renamed);
  else await renameForm(ctx, id, renamed);
  revalidatePath("/m/[merchant]/settings", "layout");
});

const entryKey = z.strictObject({ kind, id: text });

const DELETE = { stores: deleteStore, modules: deleteModule, bots: deleteBot, forms: deleteForm } as const;

/** Takes it out of the registry; what was recorded stays. */
export const deleteEntryAction = defineAction(async (ctx, input: z.input<typeof entryKey>) => {
  const { kind: of, id } = entryKey.parse(input);
  await DELETE[of](ctx, id);
  revalidatePath("/m/[merchant]/settings", "layout");
});
