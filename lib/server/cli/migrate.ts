import { z } from "zod";
import { migrate } from "@/lib/db/migrate";
import { defineCommand } from "./command";

/** Applies what is pending; a repeat applies nothing. */
export const migrateCommand = defineCommand({
  name: "migrate",
  summary: "Bring the database up to this version.",
  usage: "",
  migrates: false,
  options: {},
  input: z.object({ positionals: z.tuple([], "migrate takes no arguments.") }),
  async run() {
    const applied = await migrate();
    const text = applied.length === 0 ? "Nothing to apply." : `Applied ${applied.join(", ")}.`;
    return { json: { applied }, text };
  },
});
