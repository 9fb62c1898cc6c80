/** @jsxImportSource hono/jsx */
import { z } from "zod";
import { mailSignInLink } from "@/lib/portal";
import { Frame } from "./frame";
import { MessageScreen } from "./message-screen";
import { addressIn, type Visitor } from "./visitor";

const emailField = z.email().max(320);

/** Asks for a link by mail. Whatever the address is to us, the answer is the same. */
export async function askForMail(visitor: Visitor, given: FormDataEntryValue | null) {
  const { words, portal, address } = visitor;
  const parsed = emailField.safeParse(typeof given === "string" ? given.trim() : null);
  if (!parsed.success) {
    return {
      ok: false,
      screen: <MessageScreen visitor={visitor} title={words.signIn} text={words.mailWrong} />,
    };
  }
  const email = parsed.data;
  await mailSignInLink(portal, { email, address }, { ...words.mail, lang: words.lang });
  const text = words.mailSent(email);
  return { ok: true, screen: <MessageScreen visitor={visitor} title={words.checkMail} text={text} /> };
}

/** The one click between a mailed link and the page. */
export function ConfirmScreen({ visitor, link }: { visitor: Visitor; link: string }) {
  const { words, portal } = visitor;
  return (
    <Frame visitor={visitor} title={words.confirmTitle}>
      <section class="card message">
        <h1>{words.confirmTitle}</h1>
        <p>{words.confirmLead(portal.merchant.name)}</p>
        <form method="post" action={addressIn(visitor, "/sign-in")}>
          <input type="hidden" name="link" value={link} />
          <button type="submit" class="button">
            {words.confirmButton}
          </button>
        </form>
      </section>
    </Frame>
  );
}
