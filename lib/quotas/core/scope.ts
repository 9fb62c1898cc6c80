/** Where a quota counts. Null means "any". */
export type QuotaScope = {
  readonly module: string | null;
  readonly bot: string | null;
  readonly store: string | null;
};

/**
 * A scope as one string, the same in answers and in resets: `any`, `chatbot`, `chatbot/support`, each with
 * `@store` where it counts one store only. Different scopes never share a string: the three signs that divide
 * it, and a module really called "any", are percent-encoded.
 */
export function scopeString({ module, bot, store }: QuotaScope): string {
  let text = module === null ? "any" : moduleName(module);
  if (bot !== null) text += `/${escaped(bot)}`;
  if (store !== null) text += `@${escaped(store)}`;
  return text;
}

/** The scope under which a guest's network is counted, beside the guest's own session. */
export function networkScope(scope: string): string {
  return `${scope}#network`;
}

function moduleName(module: string): string {
  return module === "any" ? "%61ny" : escaped(module);
}

const DIVIDERS = /[%/@#]/g;

function escaped(name: string): string {
  return name.replace(DIVIDERS, encodeURIComponent);
}
