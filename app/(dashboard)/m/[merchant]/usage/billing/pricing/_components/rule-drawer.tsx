import { EmptyState } from "@/components/ui";
import { requireMember } from "@/lib/auth";
import { AppError } from "@/lib/kernel/errors";
import { getPricingRule, listRuleVersions } from "@/lib/pricing";
import type { PricingRule, Rounding } from "@/lib/pricing/core";
import { blankForm, formOfRule, type FormState, withUsage } from "./form-state";
import { FORM } from "./form-words";
import { readNewRule } from "./pricing-query";
import type { Names } from "./names";
import { RuleEditor } from "./rule-editor";
import { RuleForm } from "./rule-form";
import { RuleHistory } from "./rule-history";
import type { MarginFrame } from "./rule-row";

/** What the forms of rules need to know of the merchant. */
export type OpenRule = {
  readonly merchant: string;
  readonly mayWrite: boolean;
  readonly names: Names;
  readonly margins: MarginFrame;
  readonly settings: { readonly defaultRounding: Rounding };
};

const VERSIONS = { limit: 200 };

/** A rule: its form, and its history. */
export async function RuleDrawer({ id, settings: _, ...frame }: OpenRule & { id: string }) {
  const ctx = await requireMember(frame.merchant);
  const rule = await orGone(getPricingRule(ctx, id));
  if (!rule) return <EmptyState title={FORM.gone}>{FORM.goneText}</EmptyState>;
  const versions = await listRuleVersions(ctx, id, VERSIONS);
  return (
    <RuleEditor
      form={
        <RuleForm
          {...frame}
          key={`${rule.id}:${rule.version}`}
          rule={{ id: rule.id, name: rule.model ?? rule.operation }}
          initial={formOfRule(rule)}
        />
      }
      history={
        <RuleHistory versions={versions.data} more={versions.nextCursor !== null} names={frame.names} />
      }
    />
  );
}

/** The form for a rule that is not there yet. */
export async function NewRuleDrawer({ begin, settings, ...frame }: OpenRule & { begin: string }) {
  const ctx = await requireMember(frame.merchant);
  if (!frame.mayWrite) return <EmptyState title={FORM.readOnly} />;
  const blank = blankForm(settings.defaultRounding);
  const from = readNewRule(begin);
  const copied = from.kind === "copy" ? await orGone(getPricingRule(ctx, from.rule)) : null;
  const initial = copied ? formOfRule(copied) : beginningOf(begin, blank);
  return <RuleForm {...frame} key={begin} rule={null} initial={initial} />;
}

function beginningOf(begin: string, blank: FormState): FormState {
  const from = readNewRule(begin);
  if (from.kind === "for") {
    const priced = withUsage(blank, from.module, from.operation);
    return { ...priced, provider: from.provider, model: from.model };
  }
  return begin === "first" ? { ...withUsage(blank, "", "chat"), modelKind: "any" } : blank;
}

async function orGone(reading: Promise<PricingRule>): Promise<PricingRule | null> {
  try {
    return await reading;
  } catch (error) {
    if (error instanceof AppError && error.code === "not_found") return null;
    throw error;
  }
}
