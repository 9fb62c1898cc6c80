"use server";

import { deleteLogView, renameLogView, saveLogView } from "@/lib/logs";
import { defineAction } from "@/lib/web";

/** Keeps what the list shows under a name. */
export const saveViewAction = defineAction(saveLogView);

export const renameViewAction = defineAction((ctx, { id, name }: { id: string; name: string }) =>
  renameLogView(ctx, id, { name }),
);

export const deleteViewAction = defineAction(deleteLogView);
