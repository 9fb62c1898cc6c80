import { getSettings, patchSettings } from "@/lib/merchants";
import { patchSettingsInput } from "@/lib/merchants/schemas";
import { endpoint } from "./endpoint";
import { checked, NO_BODY, NO_PARAMS, NO_QUERY } from "./reader";
import { json } from "./reply";
import { settings } from "./shapes/registry";

const SETTINGS = { path: "/settings", tag: "Settings", params: NO_PARAMS, query: NO_QUERY } as const;

export const settingsEndpoints = [
  endpoint(
    {
      ...SETTINGS,
      method: "get",
      operationId: "getSettings",
      summary: "Show the merchant's settings.",
      permission: "usage:read",
      body: NO_BODY,
      answers: { 200: { means: "The settings.", schema: settings } },
    },
    async ({ ctx }) => json(200, await getSettings(ctx)),
  ),
  endpoint(
    {
      ...SETTINGS,
      method: "patch",
      operationId: "updateSettings",
      summary: "Change settings.",
      description: "What is absent stays; null clears a message or an address.",
      permission: "settings:write",
      body: checked(patchSettingsInput),
      example: { unpricedPolicy: "block", burnOrder: "quota_first" },
      answers: { 200: { means: "The settings as they now stand.", schema: settings } },
      problems: ["conflict"],
    },
    async ({ ctx, body }) => json(200, await patchSettings(ctx, body)),
  ),
];
