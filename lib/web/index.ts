export { defineAction } from "./define-action";
export type { ActionResult } from "./define-action";
export { toFailure } from "./failure";
export type { Failure } from "./failure";
export { HTTP_STATUS, toProblem } from "./problem";
export type { Problem, ProblemBody, PublicCode } from "./problem";
