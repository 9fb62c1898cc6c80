import type { ReactNode } from "react";

export type KeyValue = { readonly label: string; readonly value: ReactNode };

/** Facts of one thing, name and value, in two aligned columns. */
export function KeyValues({ items }: { items: readonly KeyValue[] }) {
  return (
    <dl className="tg-facts">
      {items.map(({ label, value }) => (
        <div key={label} className="tg-fact">
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
