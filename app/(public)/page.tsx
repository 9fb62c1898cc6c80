import { LinkButton } from "@/components/ui";
import { Receipt } from "./_components/receipt";

const PROMISES: readonly { title: string; text: string }[] = [
  {
    title: "One transaction decides",
    text: "Balance, lots, holds, quota, ledger and log of a request commit together in PostgreSQL. A race cannot overspend.",
  },
  {
    title: "Exactly once",
    text: "Every write carries a key of yours. Send it twice and you get the first answer again, and one charge.",
  },
  {
    title: "Balances that prove themselves",
    text: "The ledger is append-only, and one command proves that every balance is the sum of its entries.",
  },
  {
    title: "Every figure says why",
    text: "Rule and version, formula with its numbers, rounding, lots, quota, actor: behind each charge and each refusal.",
  },
];

export default function LandingPage() {
  return (
    <div className="tg-landing">
      <section className="tg-hero">
        <div className="tg-hero-text">
          <h1>The control room for AI usage</h1>
          <p>
            Tollgate logs what your AI features ran, prices it in credits, takes them from a prepaid balance,
            falls back to a quota, and says no when both are spent.
          </p>
          <div className="tg-hero-actions">
            <LinkButton href="/sign-in" size="md">
              Sign in
            </LinkButton>
            <LinkButton href="/docs/api" size="md" variant="default">
              Read the API
            </LinkButton>
          </div>
        </div>
        <Receipt />
      </section>
      <section className="tg-promises" aria-label="What holds">
        {PROMISES.map(({ title, text }) => (
          <div key={title}>
            <h2>{title}</h2>
            <p>{text}</p>
          </div>
        ))}
      </section>
    </div>
  );
}
