export { type ActionResult, defineAction } from "./define-action";
export { toFailure } from "./failure";
export { HTTP_STATUS, toProblem } from "./problem";
export type { PublicCode } from "./problem";
