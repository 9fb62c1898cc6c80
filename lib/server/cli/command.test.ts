import { describe, expect, it } from "vitest";
import { z } from "zod";
import { defineCommand, UsageError } from "./command";

const greet = defineCommand({
  name: "greet",
  summary: "",
  usage: "",
  options: { name: { type: "string" }, loud: { type: "boolean" } },
  input: z.object({
    positionals: z.tuple([], "greet takes no arguments."),
    name: z.string().min(2, "at least two letters."),
    loud: z.boolean().default(false),
  }),
  run: async ({ name, loud }) => ({ json: { name, loud }, text: name }),
});

const problem = (...argv: string[]) => {
  try {
    greet.read(argv);
    return "none";
  } catch (error) {
    return error instanceof UsageError ? error.message : "not a usage error";
  }
};

describe("defineCommand", () => {
  it("reads options, --json anywhere among them", async () => {
    expect((await greet.read(["--json", "--name", "Ada"])()).json).toEqual({ name: "Ada", loud: false });
    expect((await greet.read(["--name=Ada", "--loud"])()).json).toEqual({ name: "Ada", loud: true });
  });

  it("says which option is missing, wrong or unknown before anything runs", () => {
    expect(problem()).toBe("--name is required.");
    expect(problem("--name", "A")).toBe("--name: at least two letters.");
    expect(problem("--name", "Ada", "--shout")).toContain("Unknown option '--shout'");
    expect(problem("--name", "Ada", "extra")).toBe("greet takes no arguments.");
  });
});
