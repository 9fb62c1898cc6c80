import type { Ctx } from "@/lib/access";
import { listNames } from "@/lib/merchants";
import { BUILT_IN_MODULES } from "@/lib/merchants/schemas";

/** How a merchant calls modules, bots and stores; what has no name goes by its id. */
export type Names = {
  readonly modules: ReadonlyMap<string, string>;
  readonly bots: ReadonlyMap<string, string>;
  readonly stores: ReadonlyMap<string, string>;
};

/** Reads the names with the rights of whoever asks. */
export async function readPageNames(asker: Ctx): Promise<Names> {
  const named = await listNames(asker);
  const namesOf = (kind: (typeof named)[number]["kind"]) =>
    named.filter((each) => each.kind === kind).map(({ id, name }): [string, string] => [id, name]);
  return {
    modules: new Map([...Object.entries(BUILT_IN_MODULES), ...namesOf("module")]),
    bots: new Map(namesOf("bot")),
    stores: new Map(namesOf("store")),
  };
}
