import type { Metadata } from "next";
import { PageHeader } from "@/components/ui";
import { requireMember } from "@/lib/auth";
import { getDeletion } from "@/lib/merchants";
import { listTasks } from "@/lib/tasks";
import { DeletionPanel } from "./_components/deletion-panel";
import { ExportPanel } from "./_components/export-panel";
import { TITLE } from "./_components/words";

export const metadata: Metadata = { title: TITLE };

const SHOWN = 5;
const KEPT_MILLIS = 7 * 24 * 60 * 60 * 1_000;

/** Taking everything out, and deleting the merchant. */
export default async function DataPage({ params }: PageProps<"/m/[merchant]/settings/data">) {
  const { merchant } = await params;
  const ctx = await requireMember(merchant);
  const [exports, deletion] = await Promise.all([
    listTasks(ctx, { kind: "merchant_export", limit: SHOWN }),
    getDeletion(ctx),
  ]);
  const runs = exports.data.map(({ id, state, done, error, createdAt, actor }) => {
    const kept = state === "done" && ctx.now.getTime() - createdAt.getTime() < KEPT_MILLIS;
    return { id, state, error, createdAt, kept, done: Number(done), startedBy: actor.label };
  });
  return (
    <>
      <PageHeader title={TITLE} />
      <div className="tg-settings">
        <ExportPanel merchant={merchant} runs={runs} mayExport={ctx.permissions.has("merchant:export")} />
        <DeletionPanel
          merchant={{ slug: merchant, name: ctx.merchant.name }}
          deletion={deletion}
          mayDelete={ctx.permissions.has("merchant:delete")}
        />
      </div>
    </>
  );
}
