import type { z } from "zod";
import { type Ctx, requireCan } from "@/lib/access";
import { recordAudit } from "@/lib/audit";
import { findCustomer } from "@/lib/customers";
import { prisma, readSql, sqlOf, withTx } from "@/lib/db";
import { AppError } from "@/lib/kernel/errors";
import { newId } from "@/lib/kernel/ids";
import { startTask, type TaskKey } from "@/lib/tasks";
import { verificationInput } from "../schemas";
import { proveSome } from "../verify.repo";
import { type Proof, verifyWallets, walletBreaks } from "../verify-wallets";
import { namedBreaks } from "./named-breaks";
import { type Verification, verificationOf } from "./read-verifications";
import { countEntries, countWallets, keepVerification, type NewVerification } from "./verifications.repo";

export type TakenVerification = { readonly verification: Verification } | { readonly task: TaskKey };

/** A proof of more entries than this goes on in the background. */
const AT_ONCE = 300_000n;

/**
 * Proves one wallet, or all of the merchant's, and keeps the proof: every ledger, its lots and the shown balance agree
 * at that instant, or the first entry is named that breaks. All wallets of a large merchant are proven in the
 * background, some at a time, as the task that is answered. Throws `not_found` for an unknown customer.
 */
export async function takeVerification(
  ctx: Ctx,
  input: z.input<typeof verificationInput> = {},
): Promise<TakenVerification> {
  requireCan(ctx, "usage:read");
  const { customer } = verificationInput.parse(input);
  const sql = readSql();
  if (customer == null && (await countEntries(sql, ctx.merchantId)) > AT_ONCE) {
    const total = await countWallets(sql, ctx.merchantId);
    const about = { kind: "verification", permission: "usage:read", input: {}, total, queue: true } as const;
    return { task: await startTask(ctx, about) };
  }
  const proof = await (customer == null ? proofOfAll(ctx) : proofOfOne(ctx, customer));
  const kept = { ...proof, merchantId: ctx.merchantId, id: newId(ctx.now), at: ctx.now, actor: ctx.actor };
  await withTx(ctx, async (tx) => {
    await keepVerification(sqlOf(tx), kept);
    await recordAudit(tx, ctx, {
      action: "ledger.verify",
      entity: customer == null ? "merchant" : "customer",
      entityId: customer ?? ctx.merchantId,
      details: { ok: kept.ok, wallets: kept.wallets.toString(), entries: kept.entries.toString() },
    });
  });
  return { verification: verificationOf({ ...kept, customer: customer ?? null }) };
}

type Proven = Pick<NewVerification, "customerId" | "ok" | "wallets" | "entries" | "unshown" | "breaks">;

async function proofOfAll(by: Ctx): Promise<Proven> {
  const proof: Proof = await verifyWallets(by);
  return {
    customerId: null,
    ok: proof.ok,
    wallets: BigInt(proof.wallets),
    entries: BigInt(proof.entries),
    unshown: proof.unshown,
    breaks: await namedBreaks(readSql(), by.merchantId, proof.breaks),
  };
}

/** In one snapshot, so that traffic meanwhile cannot look like a break. */
async function proofOfOne(by: Ctx, externalId: string): Promise<Proven> {
  const customer = await findCustomer(readSql(), by.merchantId, externalId);
  if (!customer) throw new AppError("not_found", "No such customer.");
  return prisma.$transaction(
    async (tx) => {
      const sql = sqlOf(tx);
      const rows = await proveSome(sql, by.merchantId, [customer.id]);
      const breaks = await namedBreaks(sql, by.merchantId, await walletBreaks(sql, rows));
      return {
        customerId: customer.id,
        ok: breaks.length === 0,
        wallets: rows[0]?.wallets ?? 0n,
        entries: rows[0]?.entries ?? 0n,
        unshown: {},
        breaks,
      };
    },
    { isolationLevel: "RepeatableRead", maxWait: 10_000, timeout: 120_000 },
  );
}
