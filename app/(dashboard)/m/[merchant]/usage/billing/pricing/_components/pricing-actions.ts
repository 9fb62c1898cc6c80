"use server";

import type { MemberCtx } from "@/lib/auth";
import {
  createPricingRule,
  deletePricingRule,
  importPricingRules,
  quote,
  replayPricing,
  searchCatalogue,
  updatePricingRule,
} from "@/lib/pricing";
import type { ReplayInput, SearchCatalogueInput, UpdatePricingRuleInput } from "@/lib/pricing/schemas";
import { quoteInput } from "@/lib/metering/schemas";
import { patchSettings } from "@/lib/merchants";
import type { PatchSettingsInput } from "@/lib/merchants/schemas";
import { getTask, stopTask } from "@/lib/tasks";
import { defineAction } from "@/lib/web";
import { toReplayState } from "./replay-state";

export const createRuleAction = defineAction(createPricingRule);

export const updateRuleAction = defineAction(
  async (ctx, { id, changes }: { id: string; changes: UpdatePricingRuleInput }) =>
    updatePricingRule(ctx, id, changes),
);

export const deleteRuleAction = defineAction(deletePricingRule);

export const importRulesAction = defineAction(importPricingRules);

/** What a credit and a dollar are worth. */
export const setWorthAction = defineAction(
  (ctx: MemberCtx, worth: Pick<PatchSettingsInput, "creditValue" | "dollarRate">) =>
    patchSettings(ctx, worth),
);

/** Models to choose from, with their list prices. */
export const searchCatalogueAction = defineAction((ctx: MemberCtx, input: SearchCatalogueInput) =>
  searchCatalogue(ctx, input),
);

/** The report, or how far it is in the background. */
export const replayAction = defineAction(async (ctx, input: ReplayInput) => {
  const { report, task } = await replayPricing(ctx, input);
  return report ? { report, task: null } : toReplayState(await getTask(ctx, task.id));
});

export const replayTaskAction = defineAction(async (ctx, id: string) =>
  toReplayState(await getTask(ctx, id)),
);

export const stopReplayAction = defineAction(async (ctx, id: string) =>
  toReplayState(await stopTask(ctx, id)),
);

/** What a request would cost now, and why. */
export const quoteAction = defineAction((ctx: MemberCtx, input: unknown) =>
  quote(ctx, quoteInput.parse(input)),
);
