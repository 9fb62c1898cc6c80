import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { permissionsOfRole, type Permission, PERMISSIONS, type Role, ROLES } from "@/lib/access";
import { AppError } from "@/lib/kernel/errors";
import { makeCtx, makeMerchant } from "@/lib/merchants/testing";

const DOORS = [
  "audit",
  "auth",
  "checks",
  "commerce",
  "customers",
  "imports",
  "logs",
  "merchants",
  "portal",
  "pricing",
  "quotas",
  "tasks",
  "wallets",
] as const;

const VERB = /export async function (\w+)\(\s*ctx: Ctx\b[\s\S]*?requireCan\(\s*ctx,\s*"([a-z:]+)"/g;

function sourcesUnder(folder: string): string[] {
  const names = readdirSync(folder, { recursive: true, encoding: "utf8" });
  return names.filter((name) => name.endsWith(".ts")).map((name) => join(folder, name));
}

type Verb = { readonly door: string; readonly name: string; readonly permission: Permission };

/** Every verb of every door, and what its first statement asks for. The linter sees that there is one. */
const VERBS: readonly Verb[] = DOORS.flatMap((door) => {
  const files = sourcesUnder(`lib/${door}`).filter((file) => !/\.(i?test)\.ts$|testing\.ts$/.test(file));
  return files.flatMap((file) =>
    [...readFileSync(file, "utf8").matchAll(VERB)].flatMap(([, name, asked]) => {
      const permission = PERMISSIONS.find((each) => each === asked);
      return name && permission ? [{ door, name, permission }] : [];
    }),
  );
});

let merchantId: string;
beforeAll(async () => {
  merchantId = (await makeMerchant()).merchantId;
});

/** Asks a verb for nothing in particular: past its door it fails over its input, or does what needs none. */
async function isForbidden({ door, name }: Verb, role: Role): Promise<boolean | "unknown"> {
  const verbs: Record<string, unknown> = await import(`../${door}/index.ts`);
  const verb = verbs[name];
  if (typeof verb !== "function") return "unknown";
  try {
    await Reflect.apply(verb, undefined, [makeCtx(merchantId, { role }), undefined, undefined]);
    return false;
  } catch (error) {
    return error instanceof AppError && error.code === "forbidden" && error.message.startsWith("This needs");
  }
}

describe("the permission table, verb by verb", () => {
  it("has verbs to walk over", () => {
    expect(VERBS.length).toBeGreaterThan(80);
    expect(new Set(VERBS.map(({ door }) => door)).size).toBeGreaterThan(8);
  });

  it.each(ROLES)(
    "%s gets past the doors of their role and past no other",
    async (role) => {
      const may = permissionsOfRole(role);
      for (const verb of VERBS) {
        const forbidden = await isForbidden(verb, role);
        if (forbidden === "unknown") continue; // not in the door: only its own module calls it
        expect([verb.door, verb.name, forbidden]).toEqual([verb.door, verb.name, !may.has(verb.permission)]);
      }
    },
    120_000,
  );
});

describe("server actions of the dashboard", () => {
  const files = sourcesUnder("app/(dashboard)").filter((file) =>
    readFileSync(file, "utf8").startsWith('"use server"'),
  );

  it("all ask who is there, save signing out", () => {
    const bare = files.flatMap((file) =>
      [...readFileSync(file, "utf8").matchAll(/^export (?:const|async function) (\w+)(.*)$/gm)]
        .filter(([, , rest = ""]) => !/^ = define\w*Action\(/.test(rest))
        .map(([, name]) => name),
    );
    expect(files.length).toBeGreaterThan(5);
    expect(bare.sort()).toEqual(["signOutAction", "signOutEverywhereAction"]);
  });
});
