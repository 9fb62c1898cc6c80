import { type Ctx, requireCan } from "@/lib/access";
import { readSql } from "@/lib/db";
import { type Micros, micros, ZERO_MICROS } from "@/lib/kernel/micros";
import { loadSettings, type MerchantSettings } from "@/lib/merchants";
import { loadQuotas } from "@/lib/quotas";
import {
  explainQuotas,
  periodAt,
  periodSpecOf,
  planSplit,
  type QuotaCounter,
  type QuotaDefinition,
  type QuotaVerdict,
  roomOf,
  scopeString,
  tightestOf,
} from "@/lib/quotas/core";
import { type Asked, askedOf, usedBy } from "./limit-subject";
import { type ExplainLimitsInput, explainLimitsInput } from "./schemas";

/** One quota as it stands to a request. What is used counts where the quota binds or observes; else it is 0. */
export type ExplainedQuota = {
  readonly quota: QuotaDefinition;
  readonly scope: string;
  readonly verdict: QuotaVerdict;
  readonly outrankedBy: string | null;
  readonly used: Micros;
  readonly held: Micros;
  readonly remaining: Micros | null;
  readonly resetsAt: Date | null;
};

type Outcome = {
  readonly cost: Micros;
  readonly allowed: boolean;
  readonly fromBalance: Micros;
  readonly fromQuota: Micros;
  /** The quota that says no. */
  readonly refusedBy: string | null;
};

export type ExplainedLimits = Omit<Asked, "available"> & {
  readonly timeZone: string;
  /** Those that count first, then those that do not. */
  readonly quotas: readonly ExplainedQuota[];
  /** The quota that would say no first; null when nothing limits. */
  readonly tightest: string | null;
  /** The largest cost that would pass now; null: no limit. */
  readonly most: Micros | null;
  readonly outcome: Outcome | null;
};

/**
 * Explains which quotas bind a customer, a guest or a customer made up of roles in one place, and which do not and why:
 * who says no first, what is used, held and left, when it starts anew, and whether a request of a given cost would
 * pass. The decision is made by the rules that meter requests. Reads only. Throws `not_found` for an unknown customer.
 */
export async function explainLimits(ctx: Ctx, input: ExplainLimitsInput): Promise<ExplainedLimits> {
  requireCan(ctx, "usage:read");
  const wish = explainLimitsInput.parse(input);
  const sql = readSql();
  const [settings, all, asked] = await Promise.all([
    loadSettings(sql, ctx.merchantId),
    loadQuotas(sql, ctx.merchantId),
    askedOf(ctx, wish),
  ]);
  const place = { module: wish.module ?? null, bot: wish.bot ?? null, store: wish.store ?? null };
  const standings = explainQuotas(all, { kind: asked.kind, roles: asked.roles, ...place });
  const counting = standings.filter((each) => counts(each.verdict)).map((each) => each.quota);
  const used = await usedBy(ctx, asked, { quotas: counting, settings });
  const quotas = standings
    .map(({ quota, verdict, outrankedBy }): ExplainedQuota => {
      const { used: spent, held } = used.get(quota.id) ?? { used: ZERO_MICROS, held: ZERO_MICROS };
      return {
        ...{
          quota,
          verdict,
          outrankedBy: outrankedBy?.id ?? null,
          scope: scopeString(quota),
          used: spent,
          held,
        },
        remaining: counts(verdict) ? roomOf(counterOf({ quota, used: spent, held })) : null,
        resetsAt: periodAt(periodSpecOf(quota, settings), ctx.now).end,
      };
    })
    .sort((a, b) => Number(counts(b.verdict)) - Number(counts(a.verdict)));
  return { ...decided(quotas, { asked, settings, cost: wish.cost }), quotas };
}

function counts(verdict: QuotaVerdict): boolean {
  return verdict === "binds" || verdict === "observes";
}

function counterOf({ quota, used, held }: Pick<ExplainedQuota, "quota" | "used" | "held">): QuotaCounter {
  return { key: quota.id, limit: quota.limit, used, held, observe: quota.mode === "observe" };
}

type Facts = { asked: Asked; settings: MerchantSettings; cost: Micros | undefined };

/** Who says no first, the most that passes, and what becomes of a request of the given cost. */
function decided(quotas: readonly ExplainedQuota[], { asked, settings, cost }: Facts) {
  const { available, ...who } = asked;
  const counters = quotas.filter((each) => counts(each.verdict)).map(counterOf);
  const tightest = tightestOf(counters);
  const room = tightest === null ? null : roomOf(tightest);
  const spendable = available > ZERO_MICROS ? available : ZERO_MICROS;
  return {
    ...who,
    timeZone: settings.timeZone,
    tightest: tightest?.key ?? null,
    most: room === null ? null : micros(spendable + room),
    outcome: cost === undefined ? null : outcomeOf(cost, { available, counters, settings }),
  };
}

type Split = { available: Micros; counters: readonly QuotaCounter[]; settings: MerchantSettings };

function outcomeOf(cost: Micros, { available, counters, settings }: Split): Outcome {
  const { burnOrder } = settings;
  const split = planSplit({ cost, available, counters, burnOrder, mode: "authorize" });
  const { fromBalance, fromQuota, refusedBy } = split;
  return { cost, allowed: refusedBy === null, fromBalance, fromQuota, refusedBy };
}
