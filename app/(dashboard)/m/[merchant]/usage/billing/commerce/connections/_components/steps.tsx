import { CodeBlock } from "@/components/ui";
import type { ConnectionKind } from "@/lib/commerce/schemas";
import { STEPS, STRIPE_EVENTS } from "./words";

/** How the shop or account is told where to send what happens: step by step, with what to paste. */
export function Steps({ kind, url }: { kind: ConnectionKind; url: string }) {
  const stripe = kind === "stripe";
  return (
    <section className="tg-shop-part">
      <h3>{stripe ? STEPS.accountTitle : STEPS.shopTitle}</h3>
      <ol className="tg-shop-steps">
        {(stripe ? STEPS.account : STEPS.shop).map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      <CodeBlock code={url} title={stripe ? STEPS.accountUrl : STEPS.shopUrl} wrap />
      {stripe ? <CodeBlock code={STRIPE_EVENTS.join("\n")} title={STEPS.events} /> : null}
    </section>
  );
}
