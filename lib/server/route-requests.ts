import { getRequestListener } from "@hono/node-server";
import { api } from "@/lib/api";
import type { Handler } from "./http-server";

const API_PATH = /^\/api\/(v1|webhooks|health|ready)(?=[/?]|$)/;

type Options = { readonly dev: boolean; readonly webApp: Handler };

/**
 * Sends the HTTP API straight to its Hono app and everything else to Next. Next mounts the same app, at some 25
 * times the cost; with `dev` it answers the API too, so that its code reloads like the rest.
 */
export function routeRequests({ dev, webApp }: Options): Handler {
  if (dev) return webApp;
  const answerApi = getRequestListener(api.fetch);
  return (request, response) =>
    API_PATH.test(request.url ?? "") ? answerApi(request, response) : webApp(request, response);
}
