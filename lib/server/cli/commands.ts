import type { Command } from "./command";

/** Every operator command by its name. A command's code is loaded when it is asked for. */
export const COMMANDS: Readonly<Record<string, () => Promise<Command>>> = {
  "key:create": async () => (await import("./key-create")).keyCreateCommand,
  "key:rotate": async () => (await import("./key-rotate")).keyRotateCommand,
  "member:add": async () => (await import("./member-add")).memberAddCommand,
  "merchant:create": async () => (await import("./merchant-create")).merchantCreateCommand,
  migrate: async () => (await import("./migrate")).migrateCommand,
  replay: async () => (await import("./replay")).replayCommand,
  seed: async () => (await import("./seed")).seedCommand,
  verify: async () => (await import("./verify")).verifyCommand,
};
