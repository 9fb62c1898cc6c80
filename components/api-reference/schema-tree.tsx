import type { SchemaField, SchemaNode } from "./api-document";
import { RichText } from "./rich-text";

const OPEN_LEVELS = 1;

/** The shape of a body: fields with type, whether they are needed, bounds and meaning; nested ones unfold. */
export function SchemaTree({ schema, level = 0 }: { schema: SchemaNode; level?: number }) {
  if (schema.variants.length > 0) return <Variants variants={schema.variants} level={level} />;
  if (schema.fields.length === 0) return <Facts schema={schema} />;
  return (
    <ul className="tg-schema">
      {schema.fields.map((field) => (
        <FieldRow key={field.name} field={field} level={level} />
      ))}
    </ul>
  );
}

function Variants({ variants, level }: { variants: readonly SchemaNode[]; level: number }) {
  return (
    <ol className="tg-schema-variants">
      {variants.map((variant, index) => (
        <li key={index}>
          <span className="tg-schema-type">{typeText(variant)}</span>
          <SchemaTree schema={variant} level={level + 1} />
        </li>
      ))}
    </ol>
  );
}

function FieldRow({ field, level }: { field: SchemaField; level: number }) {
  const { schema } = field;
  const deep = schema.fields.length > 0 || schema.variants.length > 0;
  return (
    <li className="tg-schema-field">
      <div className="tg-schema-line">
        <code className="tg-schema-name">{field.name}</code>
        <span className="tg-schema-type">{typeText(schema)}</span>
        {field.required ? <span className="tg-schema-required">required</span> : null}
      </div>
      <Facts schema={schema} />
      {deep ? (
        <details open={level < OPEN_LEVELS && schema.fields.length <= 8}>
          <summary>{schema.variants.length > 0 ? "Alternatives" : "Fields"}</summary>
          <SchemaTree schema={schema} level={level + 1} />
        </details>
      ) : null}
    </li>
  );
}

/** Meaning, bounds and listed values of a schema. */
export function Facts({ schema }: { schema: SchemaNode }) {
  return (
    <>
      {schema.description ? <RichText text={schema.description} className="tg-schema-text" /> : null}
      {schema.values.length > 0 ? (
        <div className="tg-schema-values">
          {schema.values.map((value) => (
            <code key={value}>{value}</code>
          ))}
        </div>
      ) : null}
      {schema.rules.length > 0 ? <div className="tg-schema-rules">{schema.rules.join(" · ")}</div> : null}
    </>
  );
}

export function typeText({ type, nullable }: SchemaNode): string {
  return nullable ? `${type} or null` : type;
}
