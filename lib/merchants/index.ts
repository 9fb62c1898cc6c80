export { addMember } from "./add-member";
export { cancelDeletion } from "./leaving/cancel-deletion";
export type { Deletion } from "./leaving/deletions.repo";
export { fetchMerchantExport } from "./leaving/fetch-merchant-export";
export { forgetExports } from "./leaving/forget-exports";
export { getDeletion } from "./leaving/get-deletion";
export { removeMerchants } from "./leaving/remove-merchants";
export { requestDeletion } from "./leaving/request-deletion";
export { startMerchantExport } from "./leaving/start-merchant-export";
export { takeExportStep } from "./leaving/take-export-step";
export { changeMemberRole } from "./change-member-role";
export { createApiKey } from "./create-api-key";
export { createBot } from "./create-bot";
export { createForm } from "./create-form";
export { createMerchant } from "./create-merchant";
export { createModule } from "./create-module";
export { createStore } from "./create-store";
export { deleteBot } from "./delete-bot";
export { deleteForm } from "./delete-form";
export { deleteModule } from "./delete-module";
export { deleteStore } from "./delete-store";
export { endSessions } from "./end-sessions";
export { getApiKey } from "./get-api-key";
export { getMember } from "./get-member";
export { getModule } from "./get-module";
export { getSettings } from "./get-settings";
export { getStore } from "./get-store";
export { knownKeys } from "./known-keys";
export { listApiKeys } from "./list-api-keys";
export { listBots } from "./list-bots";
export { listForms } from "./list-forms";
export { listMembers } from "./list-members";
export { listModules } from "./list-modules";
export { listNames } from "./list-names";
export { listStores } from "./list-stores";
export { customerPageAddress } from "./customer-page-address";
export { changeConfig, loadSettings, loadSettingsBySlug, loadSettingsOf } from "./load-settings";
export { scopesWithin } from "./key-reach";
export { requirePowersOverRole, rolesWithin } from "./member-reach";
export { noteInvitation } from "./members.repo";
export type { Member } from "./members.repo";
export type { ApiKey } from "./api-keys.repo";
export type { MerchantSettings } from "./merchants.repo";
export {
  claimPerson,
  findAccess,
  findMemberships,
  findPersonByEmail,
  findPersonById,
  setPassword,
  setPersonName,
} from "./people.repo";
export type { AccessRow, Membership, Person } from "./people.repo";
export { patchApiKey } from "./patch-api-key";
export { patchSettings } from "./patch-settings";
export { patchStore } from "./patch-store";
export { proveEmail } from "./prove-email";
export { registerNames, registerOnSight } from "./register-on-sight";
export type { Feature } from "./registry.repo";
export { removeMember } from "./remove-member";
export { renameBot } from "./rename-bot";
export { renameForm } from "./rename-form";
export { renameModule } from "./rename-module";
export { revokeApiKey } from "./revoke-api-key";
export { rotateApiKey } from "./rotate-api-key";
export { vouchForPerson } from "./vouch-for-person";
