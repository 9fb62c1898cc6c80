/**
 * How the embedded server differs from PostgreSQL's defaults. Durability is untouched: `fsync`,
 * `synchronous_commit` and `full_page_writes` stay on.
 */
const SETTINGS = {
  listen_addresses: "127.0.0.1",
  max_connections: "200",
  shared_buffers: "256MB",
  // Room inside the main segment, because the /dev/shm of a container is small.
  min_dynamic_shared_memory: "64MB",
  wal_compression: "on",
  max_wal_size: "4GB",
  checkpoint_timeout: "15min",
  random_page_cost: "1.1",
  jit: "off",
  timezone: "UTC",
  log_timezone: "UTC",
  log_checkpoints: "off",
} as const;

/** The settings as options of `postgres`, for `pg_ctl -o`. */
export function serverOptions(port: number): string {
  const sockets = process.platform === "win32" ? [] : ["-c unix_socket_directories=''"];
  const settings = Object.entries(SETTINGS).map(([name, value]) => `-c ${name}=${value}`);
  return [`-p ${port}`, ...sockets, ...settings].join(" ");
}
