import { describe, expect, it } from "vitest";
import {
  can,
  type Permission,
  PERMISSIONS,
  permissionsOfRole,
  permissionsOfScopes,
  requireCan,
  type Role,
  ROLES,
  type Scope,
  SCOPES,
} from "@/lib/access";

/** Who may what, written out a second time and by hand: the roles and scopes that may. */
const EXPECTED: Record<Permission, { roles: Role[]; scopes: Scope[] }> = {
  "usage:read": { roles: ["owner", "admin", "analyst", "support"], scopes: ["usage:read", "*"] },
  "usage:write": { roles: ["owner", "admin"], scopes: ["usage:write", "*"] },
  "customers:write": { roles: ["owner", "admin", "support"], scopes: ["customers:write", "*"] },
  "credits:write": { roles: ["owner", "admin", "support"], scopes: ["credits:write", "*"] },
  "resets:write": { roles: ["owner", "admin", "support"], scopes: ["credits:write", "*"] },
  "pricing:write": { roles: ["owner", "admin"], scopes: ["settings:write", "*"] },
  "quotas:write": { roles: ["owner", "admin"], scopes: ["settings:write", "*"] },
  "settings:write": { roles: ["owner", "admin"], scopes: ["settings:write", "*"] },
  "logs:delete": { roles: ["owner", "admin"], scopes: ["settings:write", "*"] },
  "connections:write": { roles: ["owner", "admin"], scopes: ["connections:write", "*"] },
  "members:write": { roles: ["owner", "admin"], scopes: [] },
  "keys:write": { roles: ["owner", "admin"], scopes: ["keys:write", "*"] },
  "merchant:export": { roles: ["owner", "admin"], scopes: ["*"] },
  "merchant:delete": { roles: ["owner"], scopes: [] },
};

const everyRole = ROLES.flatMap((role) => PERMISSIONS.map((permission) => ({ role, permission })));
const everyScope = SCOPES.flatMap((scope) => PERMISSIONS.map((permission) => ({ scope, permission })));

describe("what a role may", () => {
  it.each(everyRole)("$role, $permission", ({ role, permission }) => {
    expect(permissionsOfRole(role).has(permission)).toBe(EXPECTED[permission].roles.includes(role));
  });
});

describe("what a scope of an API key may", () => {
  it.each(everyScope)("$scope, $permission", ({ scope, permission }) => {
    expect(permissionsOfScopes([scope]).has(permission)).toBe(EXPECTED[permission].scopes.includes(scope));
  });

  it("adds up over several scopes, and is nothing without any", () => {
    expect(permissionsOfScopes(["usage:read", "credits:write"])).toEqual(
      new Set(["usage:read", "credits:write", "resets:write"]),
    );
    expect(permissionsOfScopes([])).toEqual(new Set());
  });
});

describe("requireCan", () => {
  it("throws forbidden, naming the permission that is missing", () => {
    const analyst = { permissions: permissionsOfRole("analyst") };

    expect(can(analyst, "usage:read")).toBe(true);
    expect(() => requireCan(analyst, "usage:read")).not.toThrow();
    expect(() => requireCan(analyst, "credits:write")).toThrow(
      expect.objectContaining({ code: "forbidden", message: expect.stringContaining('"credits:write"') }),
    );
  });
});
