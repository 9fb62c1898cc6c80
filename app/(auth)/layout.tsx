import type { ReactNode } from "react";
import "./auth.css";

/** Pages before and after being signed in: one card in the middle of a calm page. */
export default function AuthLayout({ children }: { children: ReactNode }) {
  return (
    <main className="auth">
      <a href="/" className="auth-name">
        <img src="/icon.svg" alt="" width={24} height={24} />
        Tollgate
      </a>
      <div className="auth-card tg-surface">{children}</div>
    </main>
  );
}
