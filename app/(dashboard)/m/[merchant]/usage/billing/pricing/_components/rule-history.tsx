import { Badge, Instant } from "@/components/ui";
import { creditsToString } from "@/lib/kernel/micros";
import type { RuleVersion } from "@/lib/pricing";
import { HISTORY } from "./form-words";
import { nameOf, type Names } from "./names";
import { rateWords, usageWords } from "./rule-row";
import { METHOD_WORDS, operationWords, ROUNDING_WORDS } from "./words";

type RuleHistoryProps = { versions: readonly RuleVersion[]; more: boolean; names: Names };

/** Every version of a rule, newest first: who, when, why, and what changed. */
export function RuleHistory({ versions, more, names }: RuleHistoryProps) {
  return (
    <>
      <ol className="tg-versions">
        {versions.map((version, index) => (
          <Version
            key={version.version}
            version={version}
            before={versions[index + 1] ?? null}
            current={index === 0}
            names={names}
          />
        ))}
      </ol>
      {more ? <p className="tg-quiet">{HISTORY.most}</p> : null}
    </>
  );
}

type VersionProps = { version: RuleVersion; before: RuleVersion | null; current: boolean; names: Names };

function Version({ version, before, current, names }: VersionProps) {
  const changes = before ? changesOf(before, version, names) : [];
  return (
    <li>
      <div className="tg-version-head">
        <strong>{HISTORY.version(version.version)}</strong>
        {current ? <Badge tone="accent">{HISTORY.current}</Badge> : null}
        <span className="tg-quiet">
          <Instant at={version.createdAt} /> {HISTORY.by(version.actor.label)}
        </span>
      </div>
      {version.reason === null ? null : <p className="tg-version-reason">{version.reason}</p>}
      {before === null ? (
        <p>
          {HISTORY.first}: {usageWords(version, names)}, {version.model ?? HISTORY.any}, {rateWords(version)}
        </p>
      ) : (
        <ul>
          {changes.map(({ field, from, to }) => (
            <li key={field}>
              {HISTORY.fields[field]} <del>{from}</del> <span aria-hidden>→</span> <ins>{to}</ins>
            </li>
          ))}
        </ul>
      )}
    </li>
  );
}

type Field = keyof typeof HISTORY.fields;

const FIELDS: readonly Field[] = [
  ...(["operation", "module", "bot", "form", "provider", "model", "method"] as const),
  ...(["inputRate", "outputRate", "cachedInputRate", "cacheWriteRate", "reasoningRate", "unitRate"] as const),
  ...(["rounding", "enabled"] as const),
];

function changesOf(before: RuleVersion, after: RuleVersion, names: Names) {
  return FIELDS.filter((field) => before[field] !== after[field]).map((field) => ({
    field,
    from: valueWords(field, before, names),
    to: valueWords(field, after, names),
  }));
}

function valueWords(field: Field, version: RuleVersion, names: Names): string {
  const value = version[field];
  if (value === null) return field.endsWith("Rate") ? HISTORY.none : HISTORY.any;
  if (typeof value === "bigint") return creditsToString(value);
  if (typeof value === "boolean") return value ? HISTORY.on : HISTORY.off;
  return textWords(field, value, names);
}

function textWords(field: Field, value: string, names: Names): string {
  if (field === "method") return new Map<string, string>(Object.entries(METHOD_WORDS)).get(value) ?? value;
  if (field === "rounding") return roundings.get(value) ?? value;
  if (field === "operation") return operationWords(value);
  return nameOf(namedIn(field, names), value);
}

const roundings = new Map<string, string>(
  Object.entries(ROUNDING_WORDS).map(([rounding, { label }]) => [rounding, label]),
);

function namedIn(field: Field, { modules, bots, forms }: Names) {
  if (field === "module") return modules;
  if (field === "bot") return bots;
  return field === "form" ? forms : [];
}
