import type { Command } from "./command";

/** Every operator command by its name. A command's code is loaded when it is asked for. */
export const COMMANDS: Readonly<Record<string, () => Promise<Command>>> = {
  migrate: async () => (await import("./migrate")).migrateCommand,
};
