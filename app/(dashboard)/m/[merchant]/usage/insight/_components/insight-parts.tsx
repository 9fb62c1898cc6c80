import { BarList } from "@/components/charts";
import { SwitchLinks } from "@/components/data-table";
import { formatCount } from "@/lib/kernel/format";
import { partHref } from "./drill";
import { figureOf, UNITS } from "./insight-days";
import { DIMENSIONS, type Figure, type InsightQuery } from "./insight-query";
import type { Figures, InsightView } from "./insight-view";
import { byPart, DIMENSION_WORDS, FIGURE_WORDS, PAGE, PARTS } from "./words";

type InsightPartsProps = { merchant: string; view: InsightView; query: InsightQuery };

const MOST_PARTS = 12;

/** The chosen figure by module, model, bot, customer or store; a bar leads to its logs. */
export function InsightParts({ merchant, view, query }: InsightPartsProps) {
  const figure = knownFigure(query);
  const rate = figure === "failures";
  return (
    <BarList
      title={byPart(FIGURE_WORDS[figure].name, query.by)}
      tip={rate ? PARTS.rateTip : PARTS.tip}
      noun={DIMENSION_WORDS[query.by]}
      unit={UNITS[figure]}
      rows={view.parts
        .map(({ key, id, label, now, before }) => ({
          key,
          label,
          value: figureOf(now, figure),
          before: figureOf(before, figure),
          ...(rate ? { part: failedOf(now) } : {}),
          href: partHref(merchant, { ...query, figure }, id),
        }))
        .sort((a, b) => (b.value > a.value ? 1 : -1))
        .slice(0, MOST_PARTS)}
      total={figureOf(view.totals.now, figure)}
      {...(rate ? { partNoun: PARTS.failed } : {})}
      empty={FIGURE_WORDS[figure].none ?? PAGE.nothingRan}
      actions={
        <SwitchLinks
          label={PARTS.by}
          param="by"
          fallback="module"
          options={DIMENSIONS.map((value) => ({ value, label: DIMENSION_WORDS[value] }))}
        />
      }
    />
  );
}

/** Customers are counted by day alone, and nobody counts what was refused to each of them: then it is requests. */
function knownFigure({ figure, by }: InsightQuery): Figure {
  const unknown = figure === "customers" || (figure === "refusals" && by === "customer");
  return unknown ? "requests" : figure;
}

function failedOf({ failures, requests }: Figures): string {
  return PARTS.failedOf(formatCount(failures), formatCount(requests));
}
