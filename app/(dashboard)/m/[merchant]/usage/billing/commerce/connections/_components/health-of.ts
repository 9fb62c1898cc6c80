import type { Tone } from "@/components/ui";
import type { ConnectionJson } from "@/lib/commerce";
import { type HEALTH } from "./words";

export type Health = keyof typeof HEALTH;

export const HEALTH_TONES: Record<Health, Tone> = {
  off: "neutral",
  no_secret: "refused",
  webhook_off: "refused",
  problem: "refused",
  given_up: "refused",
  failing: "held",
  quiet: "neutral",
  well: "credit",
};

/** How a connection is, in the word of what hinders it most. */
export function healthOf(connection: ConnectionJson): Health {
  const { enabled, hasWebhookSecret, health } = connection;
  const hindrances: readonly (readonly [Health, boolean])[] = [
    ["off", !enabled],
    ["no_secret", !hasWebhookSecret],
    ["webhook_off", health.webhooks.some(({ status }) => status !== "active")],
    ["problem", health.lastProblem !== null],
    ["given_up", health.givenUp > 0],
    ["failing", health.failing > 0],
    ["quiet", health.lastDeliveryAt === null],
  ];
  return hindrances.find(([, is]) => is)?.[0] ?? "well";
}
