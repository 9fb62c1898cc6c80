export { EVIDENCE } from "./evidence";
export type { Conversation } from "./conversation";
export type { Evidence } from "./evidence";
export type { LoggedEvent, LoggedMessage } from "./posted-log";
export type { CountedUsage } from "./roll-up";
