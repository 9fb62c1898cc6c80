import { env } from "@/lib/kernel/env";
import type { DeliveryHealth } from "../inbox/deliveries.repo";
import { type Connection, shopKeysOf, stripeKeyOf, webhookSecretsOf } from "./connection";

/** A connection as answers show it: whether there are secrets, never one of them. */
export type ConnectionJson = {
  id: string;
  kind: Connection["kind"];
  name: string;
  store: string | null;
  url: string | null;
  grantWhen: Connection["grantWhen"];
  enabled: boolean;
  hasKeys: boolean;
  hasWebhookSecret: boolean;
  /** Until when the webhook secret before the last rotation counts. */
  previousSecretUntil: string | null;
  webhookUrl: string;
  options: Readonly<Record<string, unknown>>;
  health: {
    lastDeliveryAt: string | null;
    backlog: number;
    failing: number;
    givenUp: number;
    refused: number;
    lastRefusedAt: string | null;
    lastRefusal: string | null;
    lastProblem: string | null;
    lastProblemAt: string | null;
    webhooks: { id: number; topic: string; status: string }[];
    webhooksSeenAt: string | null;
    reconciledUntil: string | null;
  };
  createdAt: string;
  updatedAt: string;
};

const iso = (at: Date | null) => at?.toISOString() ?? null;

/** `health` is what its inbox tells. */
export function connectionJson(connection: Connection, health: DeliveryHealth, now: Date): ConnectionJson {
  const secrets = webhookSecretsOf(connection);
  const previous = secrets.find(({ until }) => until !== null && Date.parse(until) > now.getTime());
  const { id, kind, name, store, url, grantWhen, enabled, options } = connection;
  return {
    ...{ id, kind, name, store, url, grantWhen, enabled, options },
    hasKeys: (kind === "woocommerce" ? shopKeysOf(connection) : stripeKeyOf(connection)) !== null,
    hasWebhookSecret: secrets.length > 0,
    previousSecretUntil: previous?.until ?? null,
    webhookUrl: webhookUrlOf(connection),
    health: {
      lastDeliveryAt: iso(health.lastDeliveryAt),
      backlog: Number(health.backlog),
      failing: Number(health.failing),
      givenUp: Number(health.givenUp),
      refused: Number(connection.refused),
      lastRefusedAt: iso(connection.lastRefusedAt),
      lastRefusal: connection.lastRefusal,
      lastProblem: connection.lastProblem,
      lastProblemAt: iso(connection.lastProblemAt),
      webhooks: connection.webhooks.map((each) => ({ ...each })),
      webhooksSeenAt: iso(connection.webhooksSeenAt),
      reconciledUntil: iso(connection.reconciledUntil),
    },
    createdAt: connection.createdAt.toISOString(),
    updatedAt: connection.updatedAt.toISOString(),
  };
}

/** Where the shop is to send its webhooks. */
export function webhookUrlOf({ kind, id }: Pick<Connection, "kind" | "id">): string {
  return `${env().url}/api/webhooks/${kind}/${id}`;
}
