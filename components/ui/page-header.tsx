import type { ReactNode } from "react";

type PageHeaderProps = {
  title: ReactNode;
  /** One sentence, only when it helps. */
  description?: ReactNode;
  /** The primary action, and what belongs beside it. */
  actions?: ReactNode;
};

/** The top of a page: what it is, and what can be done here. */
export function PageHeader({ title, description, actions }: PageHeaderProps) {
  return (
    <div className="tg-page-header">
      <div className="tg-page-heading">
        <h1>{title}</h1>
        {description ? <p>{description}</p> : null}
      </div>
      {actions ? <div className="tg-page-actions">{actions}</div> : null}
    </div>
  );
}

type SectionProps = { title: string; description?: ReactNode; actions?: ReactNode; children: ReactNode };

/** A part of a page under its own small heading. */
export function Section({ title, description, actions, children }: SectionProps) {
  return (
    <section className="tg-section">
      <div className="tg-section-head">
        <div>
          <h2>{title}</h2>
          {description ? <p>{description}</p> : null}
        </div>
        {actions}
      </div>
      {children}
    </section>
  );
}
