import { z } from "zod";
import { type Ctx, requireCan } from "@/lib/access";
import { recordAudit } from "@/lib/audit";
import { sqlOf, type Tx, withTx } from "@/lib/db";
import { env } from "@/lib/kernel/env";
import { AppError } from "@/lib/kernel/errors";
import { sendMail } from "@/lib/mail";
import { loadSettings } from "../load-settings";
import type { MerchantSettings } from "../merchants.repo";
import { type Deletion, findOwnerEmails, insertDeletion } from "./deletions.repo";

const WAITING_DAYS = 14;
const DAY_MILLIS = 24 * 60 * 60 * 1_000;

const requestInput = z.strictObject({ slug: z.string() });

/**
 * Asks for the merchant to be deleted after fourteen days. Until then everything goes on as before, and any owner can
 * take it back; every owner is told by mail. `slug` is the merchant's, typed by whoever asks.
 *
 * Throws `invalid_input` for another slug, `conflict` when it was asked for already.
 */
export async function requestDeletion(ctx: Ctx, input: unknown): Promise<Deletion> {
  requireCan(ctx, "merchant:delete");
  const { slug } = requestInput.parse(input);

  return withTx(ctx, async (tx) => {
    const merchant = await loadSettings(sqlOf(tx), ctx.merchantId);
    if (slug.trim() !== merchant.slug) {
      throw new AppError("invalid_input", "This is not the slug of the merchant.", {
        errors: [{ path: "slug", message: "is not the slug of the merchant" }],
      });
    }
    const deleteAt = new Date(ctx.now.getTime() + WAITING_DAYS * DAY_MILLIS);
    const { merchantId, actor: requestedBy, now: requestedAt } = ctx;
    const asked = await insertDeletion(tx, { merchantId, requestedBy, requestedAt, deleteAt });
    if (!asked) throw new AppError("conflict", "The deletion of this merchant was asked for already.");
    await recordAudit(tx, ctx, {
      action: "merchant.request_deletion",
      entity: "merchant",
      entityId: merchantId,
      details: { slug: merchant.slug, deleteAt: deleteAt.toISOString() },
    });
    await tellOwners(tx, ctx, { merchant, deleteAt });
    return { requestedBy: requestedBy.label, requestedAt, deleteAt };
  });
}

type Plan = { merchant: MerchantSettings; deleteAt: Date };

async function tellOwners(tx: Tx, ctx: Ctx, { merchant, deleteAt }: Plan): Promise<void> {
  const { name, slug, timeZone } = merchant;
  const day = new Intl.DateTimeFormat("en", { dateStyle: "long", timeStyle: "short", timeZone }).format(
    deleteAt,
  );
  for (const to of await findOwnerEmails(tx, ctx.merchantId)) {
    await sendMail(
      { tx, now: ctx.now },
      {
        to,
        subject: `${name} will be deleted on ${day}`,
        parts: [
          {
            kind: "text",
            text: `${ctx.actor.label} asked for ${name} to be deleted, with everything in it.`,
          },
          {
            kind: "text",
            text: `Until ${day} (${timeZone}) everything goes on as before, and any owner can take it back:`,
          },
          { kind: "link", label: "Keep it", url: `${env().url}/m/${slug}/settings/data` },
          { kind: "note", text: "After that API keys stop working and nothing can be brought back." },
        ],
      },
    );
  }
}
