import { PrismaPg } from "@prisma/adapter-pg";
import { log } from "@/lib/observe";
import { PrismaClient } from "./generated/client";
import { sessionUrl } from "./session-url";

const CONNECTIONS = 10;

declare global {
  /** On the process, not in the module: the server and Next's bundle, and each hot reload, use the same client. */
  var tollgatePrisma: PrismaClient | undefined;
}

/** The Prisma client. It connects at the first query, and only then needs to know the database's address. */
export const prisma = (globalThis.tollgatePrisma ??= makeClient());

function makeClient(): PrismaClient {
  const config = {
    max: CONNECTIONS,
    connectionTimeoutMillis: 10_000,
    keepAlive: true,
    get connectionString() {
      return sessionUrl();
    },
  };
  const lost = (error: Error) => log.warn("A database connection was lost.", { reason: error.message });
  return new PrismaClient({ adapter: new PrismaPg(config, { onPoolError: lost, onConnectionError: lost }) });
}
