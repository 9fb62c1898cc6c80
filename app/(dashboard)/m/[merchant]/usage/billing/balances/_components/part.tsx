import type { ReactNode } from "react";

type PartProps = {
  title: string;
  note?: string;
  /** What stands there when there is nothing to list. */
  none: string | null;
  actions?: ReactNode;
  children: ReactNode;
};

/** One part of a customer's details, under its own small heading. */
export function Part({ title, note, none, actions, children }: PartProps) {
  return (
    <section className="tg-part" aria-label={title}>
      <div className="tg-part-head">
        <h3>{title}</h3>
        {note && none === null ? <span className="tg-quiet">{note}</span> : null}
        {actions}
      </div>
      {none === null ? <div className="tg-part-body">{children}</div> : <p className="tg-quiet">{none}</p>}
    </section>
  );
}
