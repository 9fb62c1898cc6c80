import type { QuotaInUse } from "@/lib/quotas";
import { draftOf } from "./quota-draft";
import { placeWords, quotaSentence, type SentenceNames } from "./quota-sentence";
import { AUDIENCES, FORM } from "./words";

/** A limit as a row of the table: plain values, named for people. */
export type QuotaRow = {
  readonly id: string;
  readonly who: string;
  readonly where: string;
  readonly sentence: string;
  readonly limit: bigint | null;
  readonly period: QuotaInUse["quota"]["period"];
  readonly used: bigint;
  readonly subjects: bigint;
  readonly nearLimit: bigint;
  readonly atLimit: bigint;
  readonly capped: boolean;
  readonly state: "off" | "observe" | "enforce";
  readonly plan: boolean;
  readonly editedAt: Date;
};

export function toQuotaRow({ quota, usage, editedAt }: QuotaInUse, names: SentenceNames): QuotaRow {
  const { id, limit, period } = quota;
  const { used, subjects, nearLimit, atLimit, capped } = usage;
  return {
    ...{ id, limit, period, used, subjects, nearLimit, atLimit, capped, editedAt },
    who: whoOf(quota),
    where: placeWords(quota, names).join(" · ") || FORM.any,
    sentence: quotaSentence(draftOf(quota), names),
    state: quota.enabled ? quota.mode : "off",
    plan: quota.audience === "plan",
  };
}

function whoOf({ audience, role }: QuotaInUse["quota"]): string {
  return role === null ? AUDIENCES[audience] : `${FORM[audience === "plan" ? "plan" : "role"]} ${role}`;
}
