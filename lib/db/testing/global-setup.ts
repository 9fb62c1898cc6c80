import type { TestProject } from "vitest/node";
import { startTestServer } from "./databases";

declare module "vitest" {
  interface ProvidedContext {
    /** Where integration tests get their databases from. */
    databases: { adminUrl: string; template: string; run: number };
  }
}

/** Once per run: the server is up and the template migrated. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await startTestServer(process.env["DATABASE_URL"]);
  const source = { adminUrl: server.adminUrl, template: await server.template() };
  project.provide("databases", { ...source, run: process.pid });
  return () => server.stop();
}
