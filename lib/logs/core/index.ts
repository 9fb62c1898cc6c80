export { EVIDENCE } from "./evidence";
export type { Conversation } from "./conversation";
export type { Evidence } from "./evidence";
export { excerpt, highlight } from "./highlight";
export { scoreBand, scorePercent } from "./score-band";
export type { ScoreBand } from "./score-band";
export type { LoggedEvent, LoggedMessage } from "./posted-log";
export type { CountedUsage } from "./roll-up";
export type { TypicalRequest } from "./typical-request";
