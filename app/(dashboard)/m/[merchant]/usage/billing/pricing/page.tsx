import "./_components/pricing.css";
import "./_components/rule-form.css";
import "./_components/rule-history.css";
import type { Metadata } from "next";
import { Suspense } from "react";
import { Drawer, LineSkeleton, PageHeader } from "@/components/ui";
import { requireMember } from "@/lib/auth";
import { getSettings } from "@/lib/merchants";
import {
  getTypicalUsage,
  LIST_PRICES_OF,
  listPriceOf,
  listPricingRules,
  listUnpricedModels,
} from "@/lib/pricing";
import { worthOf } from "@/lib/pricing/core";
import { MarginNote } from "./_components/margin-note";
import { NewRuleDrawer, type OpenRule, RuleDrawer } from "./_components/rule-drawer";
import { PricingActions } from "./_components/pricing-menu";
import { PricingEmpty } from "./_components/pricing-empty";
import { PricingFilters } from "./_components/pricing-filters";
import { isFiltered, readPricingQuery, textOf } from "./_components/pricing-query";
import { readNames } from "./_components/read-names";
import { toRuleRow } from "./_components/rule-row";
import { RulesTable } from "./_components/rules-table";
import { FORM } from "./_components/form-words";
import { TestPrice } from "./_components/test-price";
import { UnpricedModels } from "./_components/unpriced-models";
import { WORDS } from "./_components/words";

export const metadata: Metadata = { title: WORDS.title };

/** What requests cost: the rules, what ran without one, and behind each rule its form, its past and its replay. */
export default async function PricingPage({
  params,
  searchParams,
}: PageProps<"/m/[merchant]/usage/billing/pricing">) {
  const [{ merchant }, address] = await Promise.all([params, searchParams]);
  const ctx = await requireMember(merchant);
  const query = readPricingQuery(address);
  const [page, settings, names, typical, unpriced] = await Promise.all([
    listPricingRules(ctx, query),
    getSettings(ctx),
    readNames(ctx),
    getTypicalUsage(ctx),
    listUnpricedModels(ctx),
  ]);
  const margins = { currency: settings.currency, worth: worthOf(settings), typical };
  const mayWrite = ctx.permissions.has("pricing:write");
  const rows = page.data.map((rule) =>
    toRuleRow(rule, { names, margins, price: listPriceOf(rule.provider, rule.model, ctx.now) }),
  );
  const open: OpenRule = { merchant, mayWrite, names, margins, settings };

  return (
    <div data-wide>
      <PageHeader
        title={WORDS.title}
        description={WORDS.description}
        actions={
          <PricingActions
            merchant={merchant}
            mayWrite={mayWrite}
            mayTest={ctx.permissions.has("usage:write")}
          />
        }
      />
      <UnpricedModels models={unpriced} names={names} policy={settings.unpricedPolicy} mayWrite={mayWrite} />
      <PricingFilters names={names} rules={page.data} />
      <RulesTable
        merchant={merchant}
        mayWrite={mayWrite}
        rows={rows}
        nextCursor={page.nextCursor}
        withMargin={rows.some((row) => row.margin)}
        empty={<PricingEmpty filtered={isFiltered(query)} mayWrite={mayWrite} />}
      />
      <MarginNote
        merchant={merchant}
        settings={settings}
        pricesOf={LIST_PRICES_OF}
        any={rows.length > 0}
        maySet={ctx.permissions.has("settings:write")}
      />
      <Drawers open={open} rule={textOf(address, "rule")} begin={textOf(address, "new")} />
      <TestPrice merchant={merchant} names={names} />
    </div>
  );
}

type DrawersProps = { open: OpenRule; rule: string | undefined; begin: string | undefined };

/** What the address names: a rule, or the beginning of a new one. */
function Drawers({ open, rule, begin }: DrawersProps) {
  return (
    <>
      <Drawer param="rule" title={FORM.rule} width={720}>
        {rule ? (
          <Suspense key={rule} fallback={<LineSkeleton />}>
            <RuleDrawer {...open} id={rule} />
          </Suspense>
        ) : null}
      </Drawer>
      <Drawer param="new" title={WORDS.actions.create} width={720}>
        {begin ? (
          <Suspense key={begin} fallback={<LineSkeleton />}>
            <NewRuleDrawer {...open} begin={begin} />
          </Suspense>
        ) : null}
      </Drawer>
    </>
  );
}
