"use client";

import { modals } from "@mantine/modals";
import { useRouter } from "next/navigation";
import { confirm, notifyDone, notifyFailed } from "@/components/ui";
import { deleteViewAction, renameViewAction, saveViewAction } from "./view-actions";
import { ViewNameForm } from "./view-name-form";
import { VIEWS } from "./words";

export type ViewQuery = Readonly<Record<string, string>>;
export type SavedView = { readonly id: string; readonly name: string; readonly query: ViewQuery };

type Answer = { ok: true } | { ok: false; error: { message: string } };

/** The dialogs that save, rename and delete a view of the list. */
export function useViewDialogs(merchant: string) {
  const router = useRouter();

  const askName = (title: string, given: string, send: (name: string) => Promise<Answer>) => {
    const keep = async (name: string) => {
      const answer = await send(name);
      if (!answer.ok) return answer.error.message;
      modals.close(id);
      router.refresh();
      return null;
    };
    const id = modals.open({ title, size: 400, children: <ViewNameForm given={given} send={keep} /> });
  };

  const remove = async (id: string) => {
    const answer = await deleteViewAction(merchant, id);
    if (!answer.ok) return notifyFailed(VIEWS.notDeleted, answer.error.message);
    notifyDone(VIEWS.deleted);
    router.refresh();
  };

  return {
    save: (query: ViewQuery) =>
      askName(VIEWS.saveTitle, "", (name) => saveViewAction(merchant, { name, query: { ...query } })),
    rename: ({ id, name: given }: SavedView) =>
      askName(VIEWS.renameTitle, given, (name) => renameViewAction(merchant, { id, name })),
    remove: ({ id, name }: SavedView) =>
      confirm({
        title: VIEWS.deleteTitle(name),
        children: VIEWS.deleteWhy,
        confirmLabel: VIEWS.deleteConfirm,
        destructive: true,
        onConfirm: () => remove(id),
      }),
  };
}
