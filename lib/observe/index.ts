export { log } from "./log";
;
