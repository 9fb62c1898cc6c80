import "./public.css";
import Link from "next/link";
import type { ReactNode } from "react";
import { LinkButton, route } from "@/components/ui";
import { Mark } from "./_components/mark";

/** The pages that need nobody to be signed in. */
export default function PublicLayout({ children }: { children: ReactNode }) {
  return (
    <div className="tg-public">
      <a className="tg-skip" href="#main">
        Skip to content
      </a>
      <header className="tg-public-bar">
        <Link href="/" className="tg-wordmark">
          <Mark /> Tollgate
        </Link>
        <nav aria-label="Site">
          <Link href={route("/docs/api")}>API reference</Link>
          <LinkButton href="/sign-in" size="sm" variant="default">
            Sign in
          </LinkButton>
        </nav>
      </header>
      <main id="main" tabIndex={-1}>
        {children}
      </main>
    </div>
  );
}
