import { Hono } from "hono";
import { openApiText } from "./document";
import { BASE, ENDPOINTS } from "./endpoints";
import { health, ready } from "./probes";
import { jsonText, problemResponse, replyResponse } from "./reply";
import { requestIdOf } from "./request-id";
import { answerUnmatched } from "./unmatched";
import { AUTHORIZED_PATH, takeShopKeys, takeWebhook, WEBHOOK_PATHS } from "./webhooks";

/** The HTTP API: one app behind both doors (our own server and Next's), with `fetch` as its only way in. */
export const api = new Hono();

for (const { method, path, handle } of ENDPOINTS) {
  api.on(method.toUpperCase(), BASE + path.replaceAll(/\{(\w+)\}/g, ":$1"), handle);
}

api.get(`${BASE}/openapi.json`, (c) =>
  replyResponse(jsonText(200, openApiText()), requestIdOf(c.req.raw, new Date())),
);
api.post(AUTHORIZED_PATH, takeShopKeys);
for (const path of WEBHOOK_PATHS) api.post(path, takeWebhook);
api.get("/api/health", health);
api.get("/api/ready", ready);

api.notFound(answerUnmatched(api));
api.onError((error, c) => problemResponse(error, requestIdOf(c.req.raw, new Date())));
