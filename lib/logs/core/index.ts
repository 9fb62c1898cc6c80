export type { Conversation } from "./conversation";
export type { LoggedEvent, LoggedMessage } from "./posted-log";
export type { CountedUsage } from "./roll-up";
