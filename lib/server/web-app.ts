import type { Server } from "node:http";
import next from "next";
import type { Handler } from "./http-server";
import { markRequest } from "./mark-request";
import { step } from "./progress";

export type WebApp = { readonly handle: Handler; close(): Promise<void> };

type Options = { readonly dev: boolean; readonly port: number; readonly server: Server };

/** Next, inside our own server. With `dev` it compiles on demand and reloads the browser. */
export async function startWebApp({ dev, port, server }: Options): Promise<WebApp> {
  const app = next({ dev, port, hostname: "localhost", httpServer: server });
  await step(
    "Web app",
    () => app.prepare(),
    () => (dev ? "Web app ready, with hot reload" : "Web app ready"),
  );
  const answer = app.getRequestHandler();
  return {
    handle(request, response) {
      markRequest(request);
      return answer(request, response);
    },
    close: () => app.close(),
  };
}
