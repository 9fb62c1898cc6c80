import "./shell.css";
import "./rail.css";
import "./shell-floating.css";
import "./shell-narrow.css";
import type { ReactNode } from "react";

/** The frame before it is known who is there: the same measures, so that nothing moves. */
export function ShellSkeleton({ children }: { children: ReactNode }) {
  return (
    <div className="tg-shell" aria-busy="true">
      <div className="tg-rail" />
      <div className="tg-phone-bar" />
      <main className="tg-main">
        <div className="tg-crumbs" />
        {children}
      </main>
    </div>
  );
}
