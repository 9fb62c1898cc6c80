/** @jsxImportSource hono/jsx */
import type { Child } from "hono/jsx";
import type { Visit } from "@/lib/portal";
import { INSTANT_STYLES } from "./format";
import { accentStyle } from "./reply";
import { addressIn, type Visitor } from "./visitor";

type FrameProps = { visitor: Visitor; visit?: Visit; title: string; children?: Child };

/** The document around every screen of a merchant's page: its name and colour, and who is signed in. */
export function Frame({ visitor, visit, title, children }: FrameProps) {
  const { words, format } = visitor;
  return (
    <html lang={words.lang} data-signed-out={visit ? undefined : ""} {...marksOf(visitor)}>
      <Head visitor={visitor} title={title} />
      <body>
        <a class="skip" href="#figures">
          {words.skip}
        </a>
        {visit?.viewer ? <ViewerBanner visitor={visitor} visit={visit} member={visit.viewer.label} /> : null}
        <div class="page">
          <ShopHead visitor={visitor} />
          <main id="figures" tabindex={-1}>
            {children}
          </main>
          <footer>
            <p>
              <ZoneLine visitor={visitor} zone={format.timeZone} />
            </p>
            {visit ? <Leave visitor={visitor} visit={visit} /> : null}
          </footer>
        </div>
      </body>
    </html>
  );
}

/** What the style sheet and the page's script go by. */
function marksOf({ theme, embedded, words, host, zoneIsGuessed }: Visitor) {
  return {
    "data-theme": theme ?? undefined,
    "data-embedded": embedded ? "" : undefined,
    "data-locale": words.locale,
    "data-host": host ?? undefined,
    "data-zone": zoneIsGuessed ? "guess" : undefined,
  };
}

function Head({ visitor, title }: { visitor: Visitor; title: string }) {
  const accent = accentStyle(visitor);
  return (
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="robots" content="noindex" />
      <title>{`${title} · ${visitor.portal.merchant.name}`}</title>
      <link rel="icon" href="data:," />
      <link rel="stylesheet" href="/portal.css" />
      {accent ? <style nonce={visitor.nonce} dangerouslySetInnerHTML={{ __html: accent }} /> : null}
      <script
        src="/portal.js"
        defer
        data-styles={visitor.zoneIsGuessed ? JSON.stringify(INSTANT_STYLES) : undefined}
      />
    </head>
  );
}

function ZoneLine({ visitor, zone }: { visitor: Visitor; zone: string }) {
  return (
    <span data-zone-line={visitor.words.zone("{zone}")}>{visitor.words.zone(zone.replaceAll("_", " "))}</span>
  );
}

function ShopHead({ visitor }: { visitor: Visitor }) {
  const { merchant, settings } = visitor.portal;
  return (
    <header class="shop">
      {settings.logoUrl === null ? null : (
        <img src={settings.logoUrl} alt="" height="28" referrerpolicy="no-referrer" />
      )}
      <a href={addressIn(visitor, "")}>{merchant.name}</a>
    </header>
  );
}

type SignedIn = { visitor: Visitor; visit: Visit };

function ViewerBanner({ visitor: { words }, visit, member }: SignedIn & { member: string }) {
  return (
    <p class="viewer" role="status">
      <strong>{words.viewing(member, nameOf(visit))}</strong> {words.viewingHint}
    </p>
  );
}

function Leave({ visitor, visit }: SignedIn) {
  return (
    <form method="post" action={addressIn(visitor, "/sign-out")} class="leave">
      <span>{visitor.words.signedInAs(nameOf(visit))}</span>
      <button type="submit" class="quiet">
        {visitor.words.signOut}
      </button>
    </form>
  );
}

const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufefc]/;
const [ISOLATE, POP] = ["\u2068", "\u2069"];

/** A name that runs from right to left is kept apart, so that the sentence around it stays in order (UAX #9 §2.4). */
function nameOf({ customer }: Visit): string {
  const name = customer.name ?? customer.email ?? customer.externalId;
  return RIGHT_TO_LEFT.test(name) ? `${ISOLATE}${name}${POP}` : name;
}
