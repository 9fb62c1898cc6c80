import { getPortalSettings, patchPortalSettings, rotatePortalSecret, type SecretState } from "@/lib/portal";
import { patchPortalSettingsInput, rotateSecretInput } from "@/lib/portal/schemas";
import { endpoint } from "./endpoint";
import { checked, NO_BODY, NO_PARAMS, NO_QUERY } from "./reader";
import { json } from "./reply";
import { portalSecret, portalSettings } from "./shapes/portal";

const SETTINGS = {
  path: "/portal-settings",
  tag: "Customer page",
  params: NO_PARAMS,
  query: NO_QUERY,
} as const;

export const portalSettingsEndpoints = [
  endpoint(
    {
      ...SETTINGS,
      method: "get",
      operationId: "getPortalSettings",
      summary: "Show the settings of the customer page.",
      permission: "usage:read",
      body: NO_BODY,
      answers: { 200: { means: "The settings.", schema: portalSettings } },
    },
    async ({ ctx }) => json(200, settingsJson(await getPortalSettings(ctx))),
  ),
  endpoint(
    {
      ...SETTINGS,
      method: "patch",
      operationId: "updatePortalSettings",
      summary: "Change settings of the customer page.",
      description:
        "What is absent stays; null puts a default back. An address in `origins` is cut down to its site: scheme, " +
        "host and port.",
      permission: "settings:write",
      body: checked(patchPortalSettingsInput),
      example: { title: "My credits", aiforms: false, origins: ["https://shop.example.com"] },
      answers: { 200: { means: "The settings as they now stand.", schema: portalSettings } },
    },
    async ({ ctx, body }) => json(200, settingsJson(await patchPortalSettings(ctx, body))),
  ),
  endpoint(
    {
      ...SETTINGS,
      path: "/portal-settings/secret",
      method: "post",
      operationId: "rotatePortalSecret",
      summary: "Make a secret to sign sign-in tokens with.",
      description:
        "Your server signs JSON Web Tokens with it (HS256; claims `sub`: your id of the customer, `exp`: at most " +
        "fifteen minutes ahead; and, if you like, `email`, `name`, `roles`, `aud`: your slug, `jti`: good once), and " +
        "sends the browser to `/usage/{slug}?token=…`. The secret before stops at once, or after `keepOldForSeconds`.",
      permission: "settings:write",
      body: checked(rotateSecretInput),
      bodyOptional: true,
      example: { keepOldForSeconds: 3_600 },
      answers: { 201: { means: "The new secret.", schema: portalSecret } },
    },
    async ({ ctx, body }) => {
      const { secret, madeAt, previousUntil } = await rotatePortalSecret(ctx, body);
      return json(201, {
        secret,
        madeAt: madeAt.toISOString(),
        previousUntil: previousUntil?.toISOString() ?? null,
      });
    },
  ),
];

function settingsJson<Settings extends { secret: SecretState }>({ secret, ...settings }: Settings) {
  return {
    ...settings,
    secret: {
      madeAt: secret.madeAt?.toISOString() ?? null,
      previousUntil: secret.previousUntil?.toISOString() ?? null,
    },
  };
}
