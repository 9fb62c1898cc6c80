import type { Ctx } from "@/lib/access";
import { sqlOf, type Tx } from "@/lib/db";
import { env } from "@/lib/kernel/env";
import { sendMail } from "@/lib/mail";
import { loadSettings } from "@/lib/merchants";

type Asker = Pick<Ctx, "merchantId" | "actor" | "now">;

/** Mails somebody new the link by which they set their password. */
export async function mailInvitation(tx: Tx, asker: Asker, { to, url }: { to: string; url: string }) {
  const { name } = await loadSettings(sqlOf(tx), asker.merchantId);
  await sendMail(
    { tx, now: asker.now },
    {
      to,
      subject: `${asker.actor.label} invites you to ${name}`,
      parts: [
        { kind: "text", text: `${asker.actor.label} invites you to the dashboard of ${name} in Tollgate.` },
        { kind: "link", label: "Set a password and sign in", url },
        { kind: "note", text: "The link is good for seven days and one use." },
        { kind: "note", text: "If you do not know why you get this, do nothing: nobody can sign in as you." },
      ],
    },
  );
}

/** Tells somebody who can sign in already where they may go now. */
export async function mailWelcome(tx: Tx, asker: Asker, { to }: { to: string }) {
  const { name, slug } = await loadSettings(sqlOf(tx), asker.merchantId);
  await sendMail(
    { tx, now: asker.now },
    {
      to,
      subject: `You may enter the dashboard of ${name}`,
      parts: [
        {
          kind: "text",
          text: `${asker.actor.label} made you a member of ${name} in Tollgate. Sign in as you are used to.`,
        },
        { kind: "link", label: `Open ${name}`, url: `${env().url}/m/${slug}` },
      ],
    },
  );
}
