export type { Conversation } from "./conversation";
export { foldEvents, previewOf } from "./posted-log";
export type { LoggedEvent, LoggedMessage } from "./posted-log";
export type { CountedUsage } from "./roll-up";
