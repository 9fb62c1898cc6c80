export type Named = { readonly id: string; readonly name: string };
type NamedFeature = Named & { readonly module: string };

/** What people call the modules, bots and forms that rules know by id. */
export type Names = {
  readonly modules: readonly Named[];
  readonly bots: readonly NamedFeature[];
  readonly forms: readonly NamedFeature[];
};

/** What people call it; its id where nobody named it. */
export function nameOf(named: readonly Named[], id: string): string {
  return named.find((each) => each.id === id)?.name ?? id;
}
