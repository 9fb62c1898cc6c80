import type { OpResult } from "./core/op";
import { GroupCommit } from "./group-commit";
import type { MeteredRequest } from "./request";
import { settleGroup } from "./settle-group";

declare global {
  /** On the process, not in the module: Next bundles its own copy, and both doors share one engine. */
  var tollgateEngine: GroupCommit<MeteredRequest, OpResult> | undefined;
}

/** Hands a request to the engine, which settles it together with those that arrive meanwhile. */
export function submit(request: MeteredRequest): Promise<OpResult> {
  return (globalThis.tollgateEngine ??= new GroupCommit(settleGroup)).submit(request);
}
