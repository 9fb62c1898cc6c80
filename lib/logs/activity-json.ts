import { creditsToString } from "@/lib/kernel/micros";
import type { ActivityCards, ActivityDay } from "./core/activity";
import type { Activity } from "./get-activity";

/** Activity as the HTTP API writes it (design.md §4): amounts are decimal strings, counts are numbers. */
export function activityJson(activity: Activity) {
  const { other } = activity;
  return {
    from: activity.from,
    to: activity.to,
    timeZone: activity.timeZone,
    cards: cardsJson(activity.cards),
    other: {
      expired: creditsToString(other.expired),
      refunded: creditsToString(other.refunded),
      disputesReversed: creditsToString(other.disputesReversed),
      takenAway: creditsToString(other.takenAway),
      overdraft: creditsToString(other.overdraft),
    },
    modules: activity.modules.map((row) => ({
      module: row.module,
      requests: Number(row.requests),
      tokens: Number(row.tokens),
      cost: creditsToString(row.cost),
    })),
    series: activity.series.map(dayJson),
  };
}

function dayJson(day: ActivityDay) {
  return {
    day: day.day,
    requests: Number(day.requests),
    failures: Number(day.failures),
    unpriced: Number(day.unpriced),
    tokens: Number(day.tokens),
    cost: creditsToString(day.cost),
    fromBalance: creditsToString(day.fromBalance),
    fromQuota: creditsToString(day.fromQuota),
    overdraft: creditsToString(day.overdraft),
    ...cardsJson(day),
  };
}

function cardsJson(cards: ActivityCards) {
  return {
    creditsAdded: creditsToString(cards.creditsAdded),
    balanceDebited: creditsToString(cards.balanceDebited),
    quotaOnlyUsage: creditsToString(cards.quotaOnlyUsage),
    quotaOnlyRequests: Number(cards.quotaOnlyRequests),
    ledgerEntries: Number(cards.ledgerEntries),
  };
}
