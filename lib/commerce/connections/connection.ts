import { z } from "zod";
import type { ConnectionKind, GrantWhen } from "./kinds";
import { seal, unseal } from "./sealed";

/** A webhook that the shop has for us, as last seen. */
export type SeenWebhook = { readonly id: number; readonly topic: string; readonly status: string };

/** A shop or Stripe account as it is stored: secrets sealed. */
export type Connection = {
  readonly merchantId: string;
  readonly id: string;
  readonly kind: ConnectionKind;
  readonly name: string;
  readonly store: string | null;
  readonly url: string | null;
  readonly credentials: string | null;
  readonly webhookSecrets: string | null;
  readonly grantWhen: GrantWhen;
  readonly enabled: boolean;
  readonly options: Readonly<Record<string, unknown>>;
  readonly webhooks: readonly SeenWebhook[];
  readonly webhooksSeenAt: Date | null;
  readonly refused: bigint;
  readonly lastRefusedAt: Date | null;
  readonly lastRefusal: string | null;
  readonly lastProblem: string | null;
  readonly lastProblemAt: Date | null;
  readonly reconciledUntil: Date | null;
  readonly createdAt: Date;
  readonly updatedAt: Date;
};

/** What opens a sealed secret: whose it is. */
type Row = Pick<Connection, "merchantId" | "id">;

const shopKeys = z.object({ consumerKey: z.string().min(1), consumerSecret: z.string().min(1) });
const stripeKey = z.object({ apiKey: z.string().min(1) });
const secretList = z.array(z.object({ secret: z.string().min(1), until: z.string().nullable() }));

export type ShopKeys = z.output<typeof shopKeys>;
/** A webhook secret, and until when it counts; null is until it is replaced. */
export type WebhookSecret = z.output<typeof secretList>[number];

/** The REST keys of a shop; null when there are none, or none that can be read. */
export function shopKeysOf(connection: Connection): ShopKeys | null {
  return opened(shopKeys, connection, "credentials");
}

/** The API key of a Stripe account; null when there is none, or none that can be read. */
export function stripeKeyOf(connection: Connection): string | null {
  return opened(stripeKey, connection, "credentials")?.apiKey ?? null;
}

/** Every webhook secret that is kept, the one in force first. */
export function webhookSecretsOf(connection: Connection): WebhookSecret[] {
  return opened(secretList, connection, "webhook_secrets") ?? [];
}

/** The webhook secrets that count at an instant: the one in force, and after a rotation the one before for a while. */
export function validSecretsOf(connection: Connection, now: Date): string[] {
  return webhookSecretsOf(connection)
    .filter(({ until }) => until === null || Date.parse(until) > now.getTime())
    .map(({ secret }) => secret);
}

/** Seals REST keys or an API key for its row. */
export function sealCredentials(keys: ShopKeys | { apiKey: string }, { merchantId, id }: Row): string {
  return seal(JSON.stringify(keys), { merchantId, id, field: "credentials" });
}

/** Seals the webhook secrets of a row. */
export function sealSecrets(secrets: readonly WebhookSecret[], { merchantId, id }: Row): string {
  return seal(JSON.stringify(secrets), { merchantId, id, field: "webhook_secrets" });
}

type Field = "credentials" | "webhook_secrets";

function opened<Schema extends z.ZodType>(
  schema: Schema,
  connection: Connection,
  field: Field,
): z.output<Schema> | null {
  const { merchantId, id, credentials, webhookSecrets } = connection;
  const sealed = field === "credentials" ? credentials : webhookSecrets;
  const text = sealed === null ? null : unseal(sealed, { merchantId, id, field });
  return text === null ? null : schema.parse(JSON.parse(text));
}
