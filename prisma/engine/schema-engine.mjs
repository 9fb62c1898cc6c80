#!/usr/bin/env node
// @ts-check
/**
 * Prisma's own schema engine (its WebAssembly build, from npm) behind the JSON-RPC interface
 * that the `prisma` CLI expects of the native binary. PRISMA_SCHEMA_ENGINE_BINARY points the
 * CLI here (prisma.config.ts), so no engine is downloaded and every CLI command works as usual.
 */
import { readFile } from "node:fs/promises";
import { createInterface } from "node:readline";
import { parseArgs } from "node:util";
import { PrismaPg } from "@prisma/adapter-pg";
import { bindMigrationAwareSqlAdapterFactory, ColumnTypeEnum as T } from "@prisma/driver-adapter-utils";
import * as wasm from "@prisma/schema-engine-wasm/schema_engine_bg";
import pg from "pg";
import { parseIntoClientConfig } from "pg-connection-string";

/** @typedef {{ id: number, method?: string, params: any }} Message */

/** Types of the catalogue columns that the engine reads, by OID; the rest is text. */
const columnTypes = new Map([
  [16, T.Boolean],
  [18, T.Character],
  [20, T.Int64],
  [21, T.Int32],
  [23, T.Int32],
  [26, T.Int64],
  [1009, T.TextArray],
  [1184, T.DateTime],
]);

/**
 * @prisma/adapter-pg, but for what the schema engine needs and it lacks: "char" columns,
 * scripts sent whole (it splits at every ";", also inside function bodies), and a shadow
 * database whose name a connection string cannot override.
 */
class MigrationAdapter extends PrismaPg {
  /** @param {pg.ClientConfig} connection */
  constructor(connection) {
    super({ ...connection, max: 1 }); // one session: it holds the engine's advisory lock
    this.connection = connection;
  }

  /** @override */
  async connect() {
    const adapter = /** @type {any} */ (await super.connect());
    adapter.queryRaw = async (/** @type {unknown} */ query) => {
      /** @type {{ fields: pg.FieldDef[], rows: unknown[][] }} */
      const { fields, rows } = await adapter.performIO(query);
      return {
        columnNames: fields.map((f) => f.name),
        columnTypes: fields.map((f) => columnTypes.get(f.dataTypeID) ?? T.Text),
        rows,
      };
    };
    adapter.executeScript = async (/** @type {string} */ script) => {
      await adapter
        .underlyingDriver()
        .query(script)
        .catch((/** @type {unknown} */ error) => adapter.onError(error));
    };
    return adapter;
  }

  /** @override */
  async connectToShadowDb() {
    const database = `prisma_shadow_${process.pid}_${Date.now()}`;
    const main = await this.connect();
    await main.executeScript(`CREATE DATABASE "${database}" TEMPLATE template0`);
    const shadow = await new MigrationAdapter({ ...this.connection, database }).connect();
    const close = shadow.dispose.bind(shadow);
    shadow.dispose = async () => {
      await close();
      await main.executeScript(`DROP DATABASE IF EXISTS "${database}" WITH (FORCE)`);
      await main.dispose();
    };
    return shadow;
  }
}

/** The binary's `cli` subcommands; the CLI reads their JSON log lines from stderr. */
async function databaseCommand(/** @type {string} */ command, /** @type {pg.ClientConfig} */ connection) {
  const name = pg.escapeIdentifier(connection.database ?? "");
  const [database, sql, message] =
    {
      "can-connect-to-database": [connection.database, "SELECT 1", "Connection successful"],
      "create-database": ["postgres", `CREATE DATABASE ${name}`, "Database created successfully."],
      "drop-database": ["postgres", `DROP DATABASE ${name}`, "The database was successfully dropped."],
    }[command] ?? [];
  const log = (/** @type {string} */ level, /** @type {object} */ fields) =>
    console.error(JSON.stringify({ level, target: "schema_engine::logger", fields }));
  log("INFO", { message: "Starting schema engine CLI" });
  const client = new pg.Client({ ...connection, database });
  try {
    await client.connect();
    await client.query(sql ?? "").catch((error) => {
      if (!["42P04", "23505"].includes(error.code)) throw error; // another process has just created it
    });
    log("INFO", { message });
  } catch (cause) {
    const { code, message } = /** @type {pg.DatabaseError} */ (cause);
    log("ERROR", {
      message,
      error_code: code === "3D000" ? "P1003" : code?.startsWith("28") ? "P1000" : "P1001",
      is_panic: false,
    });
    process.exitCode = 1;
  } finally {
    await client.end().catch(() => {});
  }
}

async function createEngine(/** @type {string[]} */ schemaFiles, /** @type {pg.ClientConfig} */ connection) {
  const bytes = await readFile(
    new URL("schema_engine_bg.wasm", import.meta.resolve("@prisma/schema-engine-wasm")),
  );
  const { instance } = await WebAssembly.instantiate(bytes, {
    "./schema_engine_bg.js": /** @type {any} */ (wasm),
  });
  wasm.__wbg_set_wasm(instance.exports);
  /** @type {any} */ (instance.exports).__wbindgen_start();
  const read = async (/** @type {string} */ file) =>
    /** @type {[string, string]} */ ([file, await readFile(file, "utf8")]);
  const datamodels = await Promise.all(schemaFiles.map(read));
  return wasm.SchemaEngine.new(
    { datamodels: datamodels.length ? datamodels : undefined },
    () => {},
    bindMigrationAwareSqlAdapterFactory(new MigrationAdapter(connection)),
  );
}

async function serve(/** @type {any} */ engine) {
  const send = (/** @type {object} */ message) => console.log(JSON.stringify({ jsonrpc: "2.0", ...message }));
  for await (const line of createInterface({ input: process.stdin })) {
    const { id, method, params } = /** @type {Message} */ (JSON.parse(line));
    if (!method) continue; // the CLI's acknowledgement of a "print"
    try {
      // These two read the migrated schema from a cache that devDiagnostic alone fills: bring it up to date.
      if (method === "evaluateDataLoss" || method === "createMigration")
        await engine.devDiagnostic({ migrationsList: params.migrationsList, filters: params.filters });
      const result = (await engine[method === "getDatabaseVersion" ? "version" : method](params)) ?? {};
      if (method === "diff" && result.stdout)
        send({ id: -id, method: "print", params: { content: result.stdout } });
      send({ id, result });
    } catch (cause) {
      const error = /** @type {Error & { code?: string }} */ (cause);
      send({
        id,
        error: {
          code: 4466,
          message: "Schema engine error",
          data: {
            is_panic: error instanceof WebAssembly.RuntimeError,
            message: error.message,
            error_code: error.code,
          },
        },
      });
    }
  }
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  strict: false,
  options: {
    version: { type: "boolean", short: "V" },
    datasource: { type: "string" },
    datamodels: { type: "string", multiple: true, default: [] },
  },
});
const { url } = JSON.parse(String(values.datasource ?? "{}"));
const connection = url ? parseIntoClientConfig(url) : {};

if (values.version) console.log("schema-engine-wasm");
else if (positionals[0] === "cli") await databaseCommand(String(positionals[1]), connection);
else {
  await serve(await createEngine(/** @type {string[]} */ (values.datamodels), connection));
  process.exit();
}
