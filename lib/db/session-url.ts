import { databaseUrl } from "@/lib/kernel/env";

/**
 * The database's address with what every session of ours needs: times in UTC (Prisma's driver drops the offset
 * of a `timestamptz`, so any other zone would shift instants) and a name to be found by in `pg_stat_activity`.
 */
export function sessionUrl(): string {
  const url = new URL(databaseUrl());
  const options = [url.searchParams.get("options"), "-c timezone=UTC"].filter(Boolean).join(" ");
  url.searchParams.set("options", options);
  if (!url.searchParams.has("application_name")) url.searchParams.set("application_name", "tollgate");
  return url.href;
}
