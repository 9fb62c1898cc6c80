import type { ReactNode } from "react";
import "./auth.css";

/** Pages before and after being signed in: one card in the middle of a calm page. */
export default function AuthLayout({ children }: { children: ReactNode }) {
  return (
    <main className="auth">
      <p className="auth-name">
        <span className="auth-mark" aria-hidden="true" />
        Tollgate
      </p>
      <div className="auth-card tg-surface">{children}</div>
    </main>
  );
}
