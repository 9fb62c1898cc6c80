import type { Env } from "@/lib/kernel/env";
import type { Transport } from "./outgoing";
import { toConsole } from "./to-console";
import { toFile } from "./to-file";
import { toSmtp } from "./to-smtp";

/** How mail leaves, by the name of the setting. */
export const TRANSPORTS = {
  console: toConsole,
  file: toFile,
  smtp: toSmtp,
} as const satisfies Record<Env["mail"]["transport"], Transport>;
