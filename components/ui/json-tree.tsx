import { CopyButton } from "./copy-button";

export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

type JsonTreeProps = {
  value: Json;
  title?: string;
  /** How many levels stand open at first. */
  openLevels?: number;
};

/** A JSON value as it was recorded, levels foldable, to be copied whole. */
export function JsonTree({ value, title, openLevels = 2 }: JsonTreeProps) {
  return (
    <figure className="tg-code">
      <figcaption className="tg-code-bar">
        <span>{title}</span>
        <CopyButton value={JSON.stringify(value, null, 2)} label="Copy JSON" />
      </figcaption>
      <div className="tg-json">
        <JsonNode value={value} openLevels={openLevels} />
      </div>
    </figure>
  );
}

type JsonNodeProps = { name?: string; value: Json; openLevels: number };

function JsonNode({ name, value, openLevels }: JsonNodeProps) {
  const label = name === undefined ? null : <span className="tg-json-key">{name}: </span>;
  if (!isBranch(value)) {
    return (
      <div className="tg-json-leaf">
        {label}
        <JsonLeaf value={value} />
      </div>
    );
  }
  const entries = Object.entries(value);
  return (
    <details className="tg-json-branch" open={openLevels > 0}>
      <summary>
        {label}
        <span className="tg-quiet">{sizeOf(value, entries.length)}</span>
      </summary>
      <div className="tg-json-children">
        {entries.map(([key, child]) => (
          <JsonNode key={key} name={key} value={child} openLevels={openLevels - 1} />
        ))}
      </div>
    </details>
  );
}

type Branch = readonly Json[] | { readonly [key: string]: Json };

function isBranch(value: Json): value is Branch {
  return typeof value === "object" && value !== null && Object.keys(value).length > 0;
}

function sizeOf(value: Branch, count: number): string {
  return Array.isArray(value) ? `[${count}]` : `{${count}}`;
}

function JsonLeaf({ value }: { value: Json }) {
  if (typeof value === "string") return <span className="tg-json-string">{JSON.stringify(value)}</span>;
  return <span className="tg-json-value">{JSON.stringify(value)}</span>;
}
