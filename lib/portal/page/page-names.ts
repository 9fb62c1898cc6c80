import type { Ctx } from "@/lib/access";
import { listBots, listModules, listStores } from "@/lib/merchants";
import { BUILT_IN_MODULES } from "@/lib/merchants/schemas";

/** The largest page of a registry: merchants have a few dozen modules and bots; what is beyond goes by its id. */
const PAGE = { limit: 200 };

/** How a merchant calls modules, bots and stores; what has no name goes by its id. */
export type Names = {
  readonly modules: ReadonlyMap<string, string>;
  readonly bots: ReadonlyMap<string, string>;
  readonly stores: ReadonlyMap<string, string>;
};

/** Reads the names with the rights of whoever asks. */
export async function readPageNames(asker: Ctx): Promise<Names> {
  const [modules, bots, stores] = await Promise.all([
    listModules(asker, PAGE),
    listBots(asker, PAGE),
    listStores(asker, PAGE),
  ]);
  return {
    modules: new Map([...Object.entries(BUILT_IN_MODULES), ...namesOf(modules.data)]),
    bots: new Map(namesOf(bots.data)),
    stores: new Map(namesOf(stores.data)),
  };
}

function namesOf(entries: readonly { id: string; name: string }[]): [string, string][] {
  return entries.map(({ id, name }) => [id, name]);
}
