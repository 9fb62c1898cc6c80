import type { MemberCtx } from "@/lib/auth";
import { countRecentUse } from "@/lib/logs";
import { listBots, listForms, listModules, listStores } from "@/lib/merchants";
import type { RegistryRow } from "./registry-row";
import type { RegistryKind } from "./registry-words";

type Entry = { id: string; name: string; createdAt: Date; url?: string | null; module?: string };
/** A page holds what nearly everybody has: a link to one of them finds it there. */
const PAGE = { limit: 200 };

type List = (
  ctx: MemberCtx,
  query: { limit: number; cursor?: string },
) => Promise<{ data: Entry[]; nextCursor: string | null }>;

const LIST: Record<RegistryKind, List> = {
  stores: listStores,
  modules: listModules,
  bots: listBots,
  forms: listForms,
};

type Registry = { rows: RegistryRow[]; nextCursor: string | null };

/** A page of stores, modules, bots or forms, with how often requests named each lately. */
export async function readRegistry(
  ctx: MemberCtx,
  kind: RegistryKind,
  cursor: { cursor?: string },
): Promise<Registry> {
  const [{ data, nextCursor }, use] = await Promise.all([
    LIST[kind](ctx, { ...PAGE, ...cursor }),
    countRecentUse(ctx),
  ]);
  const counts = kind === "forms" ? null : use[kind];
  const rows = data.map((entry) => ({
    id: entry.id,
    name: entry.name,
    createdAt: entry.createdAt,
    url: entry.url ?? null,
    module: entry.module ?? null,
    requests: counts ? (counts.get(entry.id) ?? 0) : null,
  }));
  return { rows, nextCursor };
}
