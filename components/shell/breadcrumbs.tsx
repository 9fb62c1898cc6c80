import Link from "next/link";
import { route } from "@/components/ui/route";
import type { Crumb, Workspace } from "./shell-model";

type BreadcrumbsProps = { workspace: Workspace; crumbs: readonly Crumb[] };

/** Where this page is: the workspace, its section, its place. The last one is the page itself. */
export function Breadcrumbs({ workspace, crumbs }: BreadcrumbsProps) {
  return (
    <nav className="tg-crumbs" aria-label="Breadcrumbs">
      <ol>
        <li>
          <Link href={route(workspace.href)} className="tg-cut">
            {workspace.name}
          </Link>
        </li>
        {crumbs.map(({ label, href }, index) => (
          <li key={label} aria-current={index === crumbs.length - 1 && href === null ? "page" : undefined}>
            {href === null ? label : <Link href={route(href)}>{label}</Link>}
          </li>
        ))}
      </ol>
    </nav>
  );
}
