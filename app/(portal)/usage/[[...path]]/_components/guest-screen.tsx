/** @jsxImportSource hono/jsx */
import type { GuestPage, GuestQuota } from "@/lib/portal";
import { Frame } from "./frame";
import { amountText, BuyButton, placeText } from "./parts";
import { addressIn, type Visitor } from "./visitor";

type GuestProps = { visitor: Visitor; guest: GuestPage; mayMail: boolean; leftJustNow: boolean };

/** What somebody sees who is not signed in: how to, and what an account brings. */
export function GuestScreen({ visitor, guest, mayMail, leftJustNow }: GuestProps) {
  const { words, options, embedded } = visitor;
  const title = options.title ?? words.title;
  return (
    <Frame visitor={visitor} title={title}>
      <div class="title">
        <div>
          <h1>{title}</h1>
          <p>{options.intro ?? words.intro}</p>
        </div>
        {guest.buyUrl === null ? null : <BuyButton visitor={visitor} url={guest.buyUrl} />}
      </div>
      {leftJustNow ? (
        <p class="note" role="status">
          {words.signedOut}
        </p>
      ) : null}
      <section class="card">
        <h2>{words.guestTitle}</h2>
        <p>{words.guestLead}</p>
        <ShopSignIn visitor={visitor} />
        {mayMail && !embedded ? <MailForm visitor={visitor} /> : null}
      </section>
      <div class="pair">
        <section class="card">
          <h2>{words.guestNow}</h2>
          <ul class="plain-list">
            {guest.asGuest.map((quota) => (
              <li>{allowanceText(visitor, quota)}</li>
            ))}
          </ul>
          <p class="soft">{words.guestNothing}</p>
        </section>
        <section class="card">
          <h2>{words.accountBrings}</h2>
          <ul class="plain-list ticks">
            {guest.withAccount.map((quota) => (
              <li>{allowanceText(visitor, quota)}</li>
            ))}
            <li>{words.bringsBalance}</li>
            <li>{words.bringsHistory}</li>
          </ul>
        </section>
      </div>
    </Frame>
  );
}

/** The shop's own page signs its customers in by itself: outside of it, this is the way there. */
function ShopSignIn({ visitor: { words, portal, embedded } }: { visitor: Visitor }) {
  const { dashboardUrl } = portal.merchant;
  if (dashboardUrl === null || embedded) return <></>;
  return (
    <p>
      <a class="button" href={dashboardUrl} target="_top" rel="noopener">
        {words.signInAtShop}
      </a>
    </p>
  );
}

function MailForm({ visitor }: { visitor: Visitor }) {
  const { words } = visitor;
  return (
    <form method="post" action={addressIn(visitor, "/sign-in")} class="mail">
      <label for="email">{words.email}</label>
      <div class="field">
        <input id="email" name="email" type="email" autocomplete="email" required maxlength={320} />
        <button type="submit" class="button">
          {words.sendLink}
        </button>
      </div>
      <p class="soft">{words.mailHint}</p>
    </form>
  );
}

function allowanceText(visitor: Visitor, quota: GuestQuota): string {
  const { words } = visitor;
  const place = placeText(quota, words);
  if (quota.limit === null) return words.unlimited(place);
  if (quota.limit === 0n) return words.closed(place);
  const period = words.periods[quota.period] ?? quota.period;
  return words.allowance(amountText(visitor, quota.limit), period, place);
}
