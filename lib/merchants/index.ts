export { createMerchant } from "./create-merchant";
export type { CreatedMerchant, Operator } from "./create-merchant";
export { knownKeys } from "./known-keys";
export type { KnownKey } from "./known-keys";
export { changeConfig, loadSettings } from "./load-settings";
export type { MerchantSettings } from "./merchants.repo";
export { registerNames, registerOnSight } from "./register-on-sight";
export type { NamedScope, Sighting } from "./register-on-sight";
