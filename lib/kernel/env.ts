import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { z } from "zod";

/** Everything an operator can set, read once. design.md §8 and `.env.example` describe each setting. */
export type Env = {
  readonly mode: "production" | "development" | "test";
  readonly port: number;
  /** The address to listen on; null is every interface, IPv4 and IPv6. */
  readonly host: string | null;
  /** Null until the embedded database has been started. */
  readonly databaseUrl: string | null;
  /** Absolute path of the folder that holds the embedded database and the generated secret. */
  readonly dataDir: string;
  readonly demo: boolean;
  /** Null until it has been read from the data folder. */
  readonly secret: string | null;
  /** Where people reach Tollgate, without a trailing slash. */
  readonly url: string;
  /** Whether this process runs background jobs. */
  readonly worker: boolean;
  readonly google: { readonly id: string; readonly secret: string } | null;
  readonly oidc: OidcSettings | null;
  readonly mail: MailSettings;
};

type MailSettings = {
  readonly transport: "console" | "file" | "smtp";
  readonly smtpUrl: string | null;
  /** The address that mail is from. */
  readonly from: string;
};

type OidcSettings = {
  readonly issuer: string;
  readonly id: string;
  readonly secret: string;
  readonly name: string;
};

/** One or more settings are wrong or missing; the message names each with its remedy. */
export class EnvError extends Error {
  constructor(problems: readonly string[]) {
    super(`The configuration needs attention:\n${problems.map((each) => `  - ${each}`).join("\n")}`);
    this.name = "EnvError";
  }
}

const SWITCH = ["on", "off"] as const;
const SECRET_LENGTH = 32;

/** A setting that is on or off, with the value it has when it is not set. */
function onOff(name: string, fallback: (typeof SWITCH)[number]) {
  return z.enum(SWITCH, { error: `${name} must be "on" or "off".` }).default(fallback);
}

function webAddress(name: string, example: string) {
  return z
    .url({ protocol: /^https?$/, error: `${name} must be a web address such as ${example}.` })
    .transform((url) => url.replace(/\/+$/, ""));
}

const settings = z
  .object({
    NODE_ENV: z.enum(["production", "development", "test"]).catch("production"),
    PORT: z
      .string()
      .refine(isPort, "PORT must be a whole number from 0 to 65535, such as PORT=3000.")
      .default("3000"),
    HOST: z.string().optional(),
    DATABASE_URL: z
      .url({
        protocol: /^postgres(ql)?$/,
        error: "DATABASE_URL must look like postgresql://user:password@host:5432/database.",
      })
      .optional(),
    TOLLGATE_DATA_DIR: z.string().default(".data"),
    TOLLGATE_DEMO: onOff("TOLLGATE_DEMO", "on"),
    TOLLGATE_SECRET: z
      .string()
      .min(
        SECRET_LENGTH,
        `TOLLGATE_SECRET must have at least ${SECRET_LENGTH} characters; make one with: openssl rand -base64 32`,
      )
      .optional(),
    TOLLGATE_URL: webAddress("TOLLGATE_URL", "https://tollgate.example.com").optional(),
    WORKER: onOff("WORKER", "on"),
    AUTH_GOOGLE_ID: z.string().optional(),
    AUTH_GOOGLE_SECRET: z.string().optional(),
    AUTH_OIDC_ISSUER: webAddress("AUTH_OIDC_ISSUER", "https://login.example.com").optional(),
    AUTH_OIDC_ID: z.string().optional(),
    AUTH_OIDC_SECRET: z.string().optional(),
    AUTH_OIDC_NAME: z.string().default("Single sign-on"),
    TOLLGATE_MAIL: z
      .enum(["console", "file", "smtp"], { error: 'TOLLGATE_MAIL must be "console", "file" or "smtp".' })
      .optional(),
    SMTP_URL: z
      .url({ protocol: /^smtps?$/, error: "SMTP_URL must look like smtp://user:password@host:587." })
      .optional(),
    MAIL_FROM: z.email({ error: "MAIL_FROM must be an e-mail address." }).optional(),
  })
  .superRefine((raw, check) => {
    const missing = (path: string, message: string) =>
      check.addIssue({ code: "custom", path: [path], message });
    if (raw.DATABASE_URL && !raw.TOLLGATE_SECRET) {
      missing(
        "TOLLGATE_SECRET",
        "TOLLGATE_SECRET is required with DATABASE_URL, so that every server shares it; make one with: openssl rand -base64 32",
      );
    }
    if (raw.TOLLGATE_MAIL === "smtp" && !raw.SMTP_URL) {
      missing("SMTP_URL", "SMTP_URL is missing: TOLLGATE_MAIL=smtp needs to know the mail server.");
    }
    for (const group of SETTINGS_THAT_GO_TOGETHER) {
      const absent = group.filter((name) => raw[name] === undefined);
      if (absent.length === 0 || absent.length === group.length) continue;
      for (const name of absent) {
        missing(name, `${name} is missing: set ${group.join(", ")} together, or none of them.`);
      }
    }
  });

const SETTINGS_THAT_GO_TOGETHER = [
  ["AUTH_GOOGLE_ID", "AUTH_GOOGLE_SECRET"],
  ["AUTH_OIDC_ISSUER", "AUTH_OIDC_ID", "AUTH_OIDC_SECRET"],
  ["SMTP_URL", "MAIL_FROM"],
] as const;

type Settings = z.output<typeof settings>;

/** Turns raw settings into an `Env`. Empty values count as not set. Throws `EnvError` naming all problems. */
export function readEnv(source: Readonly<Record<string, string | undefined>>): Env {
  const filled = Object.entries(source).filter(([, value]) => value !== undefined && value.trim() !== "");
  const parsed = settings.safeParse(Object.fromEntries(filled));
  if (!parsed.success) throw new EnvError(parsed.error.issues.map((issue) => issue.message));
  const raw = parsed.data;
  return {
    mode: raw.NODE_ENV,
    port: Number(raw.PORT),
    host: raw.HOST ?? null,
    databaseUrl: raw.DATABASE_URL ?? null,
    dataDir: resolve(raw.TOLLGATE_DATA_DIR),
    demo: raw.TOLLGATE_DEMO === "on",
    secret: raw.TOLLGATE_SECRET ?? null,
    url: raw.TOLLGATE_URL ?? `http://localhost:${raw.PORT}`,
    worker: raw.WORKER === "on",
    google: googleOf(raw),
    oidc: oidcOf(raw),
    mail: mailOf(raw),
  };
}

/** Mail is printed unless a server for it is known or something else is asked for. */
function mailOf(raw: Settings): MailSettings {
  const smtpUrl = raw.SMTP_URL ?? null;
  const transport = raw.TOLLGATE_MAIL ?? (smtpUrl === null ? "console" : "smtp");
  return { transport, smtpUrl, from: raw.MAIL_FROM ?? "tollgate@localhost.localdomain" };
}

function googleOf(raw: Settings): Env["google"] {
  if (!raw.AUTH_GOOGLE_ID || !raw.AUTH_GOOGLE_SECRET) return null;
  return { id: raw.AUTH_GOOGLE_ID, secret: raw.AUTH_GOOGLE_SECRET };
}

function oidcOf(raw: Settings): Env["oidc"] {
  if (!raw.AUTH_OIDC_ISSUER || !raw.AUTH_OIDC_ID || !raw.AUTH_OIDC_SECRET) return null;
  return {
    issuer: raw.AUTH_OIDC_ISSUER,
    id: raw.AUTH_OIDC_ID,
    secret: raw.AUTH_OIDC_SECRET,
    name: raw.AUTH_OIDC_NAME,
  };
}

function isPort(text: string): boolean {
  return /^\d{1,5}$/.test(text) && Number(text) <= 65_535;
}

declare global {
  /** Next bundles its own copy of this module, so what was read lives on the process, not in the module. */
  var tollgateEnv: Env | undefined;
}

/**
 * The configuration of this process: the environment and, outside tests, a `.env` file, which never
 * overrides the environment. Read on the first call. Throws `EnvError` when something needs attention.
 */
export function env(): Env {
  if (!globalThis.tollgateEnv) {
    if (process.env["NODE_ENV"] !== "test" && existsSync(".env")) process.loadEnvFile(".env");
    globalThis.tollgateEnv = readEnv(process.env);
  }
  return globalThis.tollgateEnv;
}

/** Adds what only starting up can find out: the embedded database's address, its secret, the real port. */
export function completeEnv(found: Partial<Pick<Env, "databaseUrl" | "secret" | "port" | "url">>): void {
  globalThis.tollgateEnv = { ...env(), ...found };
}

/** The environment of a program that this process starts: its own, and `extra`. */
export function childEnv(extra: Readonly<Record<string, string>>): NodeJS.ProcessEnv {
  return { ...process.env, ...extra };
}

/** The database's address. Throws `EnvError` when neither the start nor the environment provided one. */
export function databaseUrl(): string {
  const { databaseUrl: url } = env();
  if (url) return url;
  throw new EnvError([
    "DATABASE_URL is not set. Start with `npm start`, which brings a database, or set it.",
  ]);
}

/** The key that signs sessions and encrypts stored secrets. Throws `EnvError` when there is none. */
export function appSecret(): string {
  const { secret } = env();
  if (secret) return secret;
  throw new EnvError(["TOLLGATE_SECRET is not set. Make one with: openssl rand -base64 32"]);
}
