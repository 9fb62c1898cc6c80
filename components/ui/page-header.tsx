import Link from "next/link";
import type { ReactNode } from "react";
import { route } from "./route";

type Crumb = { readonly label: string; readonly href: string };

type PageHeaderProps = {
  title: ReactNode;
  /** One sentence, only when it helps. */
  description?: ReactNode;
  /** Where this page hangs, outermost first; not the page itself. */
  breadcrumbs?: readonly Crumb[];
  /** The primary action, and what belongs beside it. */
  actions?: ReactNode;
};

/** The top of a page: what it is, and what can be done here. */
export function PageHeader({ title, description, breadcrumbs = [], actions }: PageHeaderProps) {
  return (
    <div className="tg-page-header">
      <div className="tg-page-heading">
        {breadcrumbs.length > 0 ? <Breadcrumbs crumbs={breadcrumbs} /> : null}
        <h1>{title}</h1>
        {description ? <p>{description}</p> : null}
      </div>
      {actions ? <div className="tg-page-actions">{actions}</div> : null}
    </div>
  );
}

function Breadcrumbs({ crumbs }: { crumbs: readonly Crumb[] }) {
  return (
    <nav aria-label="Breadcrumbs">
      <ol className="tg-crumbs">
        {crumbs.map(({ label, href }) => (
          <li key={href}>
            <Link href={route(href)}>{label}</Link>
          </li>
        ))}
      </ol>
    </nav>
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
