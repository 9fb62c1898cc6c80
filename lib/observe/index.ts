export { log } from "./log";
export type { LogFields } from "./log";
