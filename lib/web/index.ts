export { defineAction } from "./define-action";
export { defineDownload } from "./define-download";
export { defineFile } from "./define-file";
export { toFailure } from "./failure";
export { fileResponse } from "./file-response";
export { HTTP_STATUS, toProblem } from "./problem";
export type { PublicCode } from "./problem";
