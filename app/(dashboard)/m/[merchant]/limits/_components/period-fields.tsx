"use client";

import { Select } from "@mantine/core";
import { useMemo } from "react";
import { formatInstantInFull } from "@/lib/kernel/format-time";
import { nextResets, periodSpecOf } from "@/lib/quotas/core";
import type { QuotaDraft } from "./quota-draft";
import { monthName, type SentenceNames } from "./quota-sentence";
import type { QuotaForm } from "./use-quota-draft";
import { FORM, PERIODS } from "./words";

const OFFERED = ["never", "hourly", "daily", "weekly", "monthly", "yearly"] as const;
const DAYS = Array.from({ length: 31 }, (_, index) => String(index + 1));
const MONTHS = Array.from({ length: 12 }, (_, index) => ({
  value: String(index + 1),
  label: monthName(index + 1),
}));
const SHOWN = 12;
const MERCHANT = "merchant";

type PeriodFieldsProps = {
  form: QuotaForm;
  names: Pick<SentenceNames, "timeZone" | "weekStart">;
  now: Date;
};

/** When it starts anew, and the very instants this comes to. */
export function PeriodFields({ form, names, now }: PeriodFieldsProps) {
  const { draft, change, wrong } = form;
  const periods = draft.period === "plan_period" ? [...OFFERED, "plan_period" as const] : OFFERED;
  const anchored = ["monthly", "yearly", "plan_period"].includes(draft.period);
  return (
    <>
      <div className="tg-quota-row">
        <Select
          label={FORM.period}
          data={periods.map((value) => ({ value, label: PERIODS[value] }))}
          value={draft.period}
          allowDeselect={false}
          onChange={(value) => {
            const period = periods.find((each) => each === value);
            if (period) change({ period });
          }}
        />
        {anchored ? (
          <Select
            label={FORM.anchorDay}
            data={DAYS}
            value={String(draft.anchorDay)}
            allowDeselect={false}
            searchable
            error={wrong["anchorDay"]}
            onChange={(day) => day && change({ anchorDay: parseInt(day, 10) })}
          />
        ) : null}
        {draft.period === "yearly" ? (
          <Select
            label={FORM.anchorMonth}
            data={MONTHS}
            value={String(draft.anchorMonth)}
            allowDeselect={false}
            onChange={(month) => month && change({ anchorMonth: parseInt(month, 10) })}
          />
        ) : null}
        {draft.period === "never" ? null : <ZoneSelect form={form} merchantZone={names.timeZone} />}
      </div>
      <Resets draft={draft} names={names} now={now} />
    </>
  );
}

function ZoneSelect({ form, merchantZone }: { form: QuotaForm; merchantZone: string }) {
  const { draft, change, wrong } = form;
  const zones = useMemo(() => ["UTC", ...Intl.supportedValuesOf("timeZone")], []);
  const own = draft.timeZone !== null && !zones.includes(draft.timeZone) ? [draft.timeZone] : [];
  return (
    <Select
      label={FORM.zone}
      data={[
        { value: MERCHANT, label: FORM.zoneOfMerchant(merchantZone) },
        ...[...own, ...zones].map((zone) => ({ value: zone, label: zone })),
      ]}
      value={draft.timeZone ?? MERCHANT}
      allowDeselect={false}
      searchable
      limit={60}
      error={wrong["timeZone"]}
      onChange={(zone) => change({ timeZone: zone === MERCHANT ? null : zone })}
    />
  );
}

type ResetsProps = { draft: QuotaDraft; names: PeriodFieldsProps["names"]; now: Date };

/** The next twelve resets in the zone they follow; where the clocks change between two of them, it says so. */
function Resets({ draft, names, now }: ResetsProps) {
  const { period, anchorDay, anchorMonth, timeZone } = draft;
  const spec = periodSpecOf({ period, anchorDay, anchorMonth, timeZone }, names);
  const resets = nextResets(spec, now, SHOWN);
  if (resets.length === 0) return <p className="tg-quota-help">{FORM.noResets}</p>;
  const lines = resets.map((at) => ({ at, text: formatInstantInFull(at, spec.timeZone) }));
  return (
    <details className="tg-quota-resets" open>
      <summary>{FORM.resets}</summary>
      <ol aria-label={FORM.resets}>
        {lines.map(({ at, text }, place) => (
          <li key={at.toISOString()}>
            <time dateTime={at.toISOString()} className="tg-num" data-tip={text}>
              {shortOf(text)}
            </time>
            {place > 0 && offsetOf(text) !== offsetOf(lines[place - 1]?.text ?? text) ? (
              <span className="tg-quota-clocks">
                {FORM.change}: {offsetOf(text)}
              </span>
            ) : null}
          </li>
        ))}
      </ol>
      {period === "plan_period" ? <p className="tg-quota-help">{FORM.planResets}</p> : null}
    </details>
  );
}

/** "Sat 21 November 2026, 00:00" of the full text. */
function shortOf(text: string): string {
  return text.split(", ").slice(0, 2).join(", ").replace(/:00$/, "");
}

function offsetOf(text: string): string {
  return /\((.*)\)/.exec(text)?.[1] ?? "UTC";
}
