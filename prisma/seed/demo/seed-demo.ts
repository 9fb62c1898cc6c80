import { OPERATOR } from "@/lib/auth";
import { prisma } from "@/lib/db";
import { AppError } from "@/lib/kernel/errors";
import { ensureLogPartitions } from "@/lib/logs";
import { patchSettings } from "@/lib/merchants";
import { buildHouse, UNFINISHED_SLUG } from "./build-house";
import { ctxOf } from "./cast-ctx";
import { HOUSE, SIGN_INS } from "./house";
import { tellStory } from "./tell-story";

export type SeededDemo = {
  readonly merchantSlug: string;
  readonly signIns: readonly { readonly email: string; readonly password: string; readonly role: string }[];
  /** The merchant's first key, with every scope; null when the demo was there already. */
  readonly apiKey: string | null;
};

const OPENED_BEFORE_MILLIS = 31 * 86_400_000;

/**
 * Fills the demo merchant: 30 days of a shop's AI traffic up to `now`, through the same verbs as all traffic. Does
 * nothing when the demo is there; a demo whose making was interrupted is finished as it was begun.
 */
export async function seedDemo(now: Date): Promise<SeededDemo> {
  const answer = { merchantSlug: HOUSE.slug, signIns: SIGN_INS };
  if (await findMerchant(HOUSE.slug)) return { ...answer, apiKey: null };
  const begun = await findMerchant(UNFINISHED_SLUG);
  const apiKey = begun ? null : await buildHouse(new Date(now.getTime() - OPENED_BEFORE_MILLIS));
  const house = begun ?? (await findMerchant(UNFINISHED_SLUG));
  if (!house) throw new AppError("not_found", "The demo merchant has disappeared.");
  const today = new Date(house.createdAt.getTime() + OPENED_BEFORE_MILLIS);
  await ensureLogPartitions(now);
  await tellStory(house.id, today);
  await patchSettings(ctxOf(house.id, OPERATOR, today), { slug: HOUSE.slug });
  return { ...answer, apiKey };
}

/** Whether this database is to be filled with the demo: it holds no merchant, or a demo that was not finished. */
export async function wantsDemo(): Promise<boolean> {
  const others = await prisma.merchant.count({ where: { slug: { not: UNFINISHED_SLUG } } });
  return others === 0;
}

async function findMerchant(slug: string): Promise<{ id: string; createdAt: Date } | null> {
  return prisma.merchant.findUnique({ where: { slug }, select: { id: true, createdAt: true } });
}
