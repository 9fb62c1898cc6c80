import { z } from "zod";
import type { Ctx } from "@/lib/access";
import { AppError } from "@/lib/kernel/errors";
import type { ViewOwner } from "./views.repo";

/** Views belong to people: an API key, or anyone else who is no member, is `forbidden` to have them. */
export function requireOwner({ merchantId, actor }: Ctx): ViewOwner {
  if (actor.kind === "member") return { merchantId, memberId: actor.id };
  throw new AppError("forbidden", "Saved views belong to members.");
}

/** An id that can be one; throws `not_found` otherwise, as for one that is somebody else's. */
export function requireViewId(id: string): string {
  if (z.uuid().safeParse(id).success) return id;
  throw noSuchView();
}

/** The same for an id that is unknown and one that is another member's. */
export function noSuchView(): AppError {
  return new AppError("not_found", "You have no saved view with this id.");
}

/** Another view of the member has the name. */
export function nameTaken(name: string): AppError {
  const errors = [{ path: "name", message: "is the name of another view" }];
  return new AppError("conflict", `You have a view called "${name}" already.`, { errors });
}
