import type { TestProject } from "vitest/node";
import { ensureTemplate, startTestServer } from "./databases";

declare module "vitest" {
  interface ProvidedContext {
    /** Where integration tests get their databases from. */
    databases: { adminUrl: string; template: string; run: number };
  }
}

/** Once per run: the server is up and the template migrated. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await startTestServer(process.env["DATABASE_URL"]);
  const template = await ensureTemplate(server.adminUrl);
  project.provide("databases", { adminUrl: server.adminUrl, template, run: process.pid });
  return () => server.stop();
}
