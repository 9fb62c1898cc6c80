type Value = string | null;

/** Settings with the given ones put in; a setting that is absent or undefined stays as it was. */
export function withChanges<Settings extends Record<string, Value>>(
  current: Settings,
  changes: { readonly [Name in keyof Settings]?: Settings[Name] | undefined },
): Settings {
  const given = Object.entries(changes).filter(([, value]) => value !== undefined);
  return { ...current, ...Object.fromEntries(given) };
}

/** Which settings differ, with their values before and after: what the audit trail tells. */
export function differences<Settings extends Record<string, Value>>(
  before: Settings,
  after: Settings,
): Record<string, { from: Value; to: Value }> {
  const changed = Object.entries(after).filter(([name, value]) => before[name] !== value);
  return Object.fromEntries(changed.map(([name, to]) => [name, { from: before[name] ?? null, to }]));
}
