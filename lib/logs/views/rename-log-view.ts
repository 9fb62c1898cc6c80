import { type Ctx, requireCan } from "@/lib/access";
import { type RenameLogViewInput, renameLogViewInput } from "./view-input";
import { nameTaken, noSuchView, requireOwner, requireViewId } from "./view-owner";
import { findViews, type LogView, renameView } from "./views.repo";

/** Gives a view of the member another name. Throws `not_found`, or `conflict` when another view has the name. */
export async function renameLogView(ctx: Ctx, id: string, input: RenameLogViewInput): Promise<LogView> {
  requireCan(ctx, "usage:read");
  const owner = requireOwner(ctx);
  const { name } = renameLogViewInput.parse(input);
  const renamed = await renameView(ctx, owner, { id: requireViewId(id), name });
  if (renamed) return renamed;
  const known = (await findViews(ctx, owner)).some((view) => view.id === id);
  throw known ? nameTaken(name) : noSuchView();
}
