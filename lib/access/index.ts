export type { Actor, Ctx } from "./ctx";
export {
  can,
  PERMISSIONS,
  permissionsOfRole,
  permissionsOfScopes,
  requireCan,
  ROLES,
  SCOPE_PERMISSIONS,
  SCOPES,
} from "./permissions";
export type { Permission, Role, Scope } from "./permissions";
