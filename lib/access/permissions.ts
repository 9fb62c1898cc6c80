import { AppError } from "@/lib/kernel/errors";
import type { Ctx } from "./ctx";

/** Everything that can be allowed or denied. One word for the dashboard, the HTTP API and jobs alike. */
export const PERMISSIONS = [
  "usage:read",
  "usage:write",
  "customers:write",
  "credits:write",
  "resets:write",
  "pricing:write",
  "quotas:write",
  "settings:write",
  "logs:delete",
  "connections:write",
  "members:write",
  "keys:write",
  "merchant:export",
  "merchant:delete",
] as const;
export type Permission = (typeof PERMISSIONS)[number];

export const ROLES = ["owner", "admin", "analyst", "support"] as const;
export type Role = (typeof ROLES)[number];

const EVERYTHING = PERMISSIONS;
const ALL_BUT_DELETING_THE_MERCHANT = PERMISSIONS.filter((each) => each !== "merchant:delete");

/** The one table of who may do what. `analyst` reads everything; `support` adds balances and resets, no pricing. */
const ROLE_PERMISSIONS = {
  owner: EVERYTHING,
  admin: ALL_BUT_DELETING_THE_MERCHANT,
  analyst: ["usage:read"],
  support: ["usage:read", "customers:write", "credits:write", "resets:write"],
} as const satisfies Record<Role, readonly Permission[]>;

/** API key scopes as design.md §8 names them. */
export const SCOPES = [
  "usage:write",
  "usage:read",
  "customers:write",
  "credits:write",
  "settings:write",
  "connections:write",
  "keys:write",
  "*",
] as const;
export type Scope = (typeof SCOPES)[number];

/** What each scope of an API key allows. No key can delete its merchant or manage members. */
export const SCOPE_PERMISSIONS = {
  "usage:write": ["usage:write"],
  "usage:read": ["usage:read"],
  "customers:write": ["customers:write"],
  "credits:write": ["credits:write", "resets:write"],
  "settings:write": ["pricing:write", "quotas:write", "settings:write", "logs:delete"],
  "connections:write": ["connections:write"],
  "keys:write": ["keys:write"],
  "*": PERMISSIONS.filter((each) => each !== "merchant:delete" && each !== "members:write"),
} as const satisfies Record<Scope, readonly Permission[]>;

export function permissionsOfRole(role: Role): ReadonlySet<Permission> {
  return new Set(ROLE_PERMISSIONS[role]);
}

export function permissionsOfScopes(scopes: readonly Scope[]): ReadonlySet<Permission> {
  return new Set(scopes.flatMap((scope) => [...SCOPE_PERMISSIONS[scope]]));
}

export function can(ctx: Pick<Ctx, "permissions">, permission: Permission): boolean {
  return ctx.permissions.has(permission);
}

/** Throws `forbidden` unless the actor holds the permission. The first statement of every verb. */
export function requireCan(ctx: Pick<Ctx, "permissions">, permission: Permission): void {
  if (!can(ctx, permission)) {
    throw new AppError("forbidden", `This needs the permission "${permission}".`);
  }
}
