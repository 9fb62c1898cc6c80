import { type Ctx, requireCan } from "@/lib/access";
import { noSuchView, requireOwner, requireViewId } from "./view-owner";
import { removeView } from "./views.repo";

/** Deletes a view of the member; no log goes with it. Throws `not_found`, as for another member's. */
export async function deleteLogView(ctx: Ctx, id: string): Promise<void> {
  requireCan(ctx, "usage:read");
  const owner = requireOwner(ctx);
  if (!(await removeView(ctx, owner, requireViewId(id)))) throw noSuchView();
}
