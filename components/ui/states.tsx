import { CircleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { CodeBlock } from "./code-block";

type EmptyStateProps = {
  title: string;
  /** The level of the title: 1 where it is all there is of a page. */
  level?: 1 | 2;
  /** One line: what will show here. */
  children?: ReactNode;
  icon?: ReactNode;
  /** The one thing to do next. */
  action?: ReactNode;
  /** Or a request to copy that fills this place. */
  code?: string;
  codeTitle?: string;
};

/** What a place shows before there is anything to show. */
export function EmptyState({
  title,
  level = 2,
  children,
  icon,
  action,
  code,
  codeTitle = "curl",
}: EmptyStateProps) {
  return (
    <div className="tg-empty">
      {icon ? <div className="tg-empty-icon">{icon}</div> : null}
      <Title level={level}>{title}</Title>
      {children ? <div className="tg-empty-line">{children}</div> : null}
      {action ? <div className="tg-empty-action">{action}</div> : null}
      {code ? <CodeBlock code={code} title={codeTitle} /> : null}
    </div>
  );
}

type ErrorStateProps = {
  /** What happened. */
  title: string;
  level?: 1 | 2;
  /** What was not changed, and what to do. */
  children?: ReactNode;
  action?: ReactNode;
  /** A number to tell support, found again in the server's log. */
  reference?: string | undefined;
};

/** Says what failed, what is untouched and what to do; it does not apologise. */
export function ErrorState({ title, level = 2, children, action, reference }: ErrorStateProps) {
  return (
    <div className="tg-empty" role="alert">
      <div className="tg-empty-icon" data-tone="refused">
        <CircleAlert size={18} aria-hidden />
      </div>
      <Title level={level}>{title}</Title>
      {children ? <div className="tg-empty-line">{children}</div> : null}
      {action ? <div className="tg-empty-action">{action}</div> : null}
      {reference ? <div className="tg-empty-reference tg-mono">Reference {reference}</div> : null}
    </div>
  );
}

function Title({ level, children }: { level: 1 | 2; children: string }) {
  const Heading = level === 1 ? "h1" : "h2";
  return <Heading className="tg-empty-title">{children}</Heading>;
}
