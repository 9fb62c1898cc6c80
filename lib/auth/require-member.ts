import { cache } from "react";
import { type Ctx, permissionsOfRole, type Role } from "@/lib/access";
import { readSql } from "@/lib/db";
import { type AccessRow, findAccess, findMemberships, type Membership } from "@/lib/merchants";
import { currentPerson, readSession } from "./session";

/** A member at work in their merchant's dashboard. */
export type MemberCtx = Ctx & {
  readonly role: Role;
  readonly person: { readonly id: string; readonly email: string; readonly name: string | null };
  readonly merchant: {
    readonly id: string;
    readonly slug: string;
    readonly name: string;
    readonly timeZone: string;
    readonly weekStart: "monday" | "sunday" | "saturday";
    readonly currency: string;
    /** When it will be deleted; null: nobody asked for that. */
    readonly deleteAt: Date | null;
  };
};

/**
 * Who is there, on every page and action of a merchant: the signed-in member with their role, asked anew on each
 * request, so that a changed role or an ended session counts at once.
 *
 * Redirects to the sign-in page when signed out. A merchant that is not theirs looks like one that does not exist:
 * both are not found.
 */
export const requireMember = cache(async (slug: string): Promise<MemberCtx> => {
  const session = await readSession();
  const access = session && (await findAccess(readSql(), session.userId, slug));
  if (access?.sessionVersion !== session?.sessionVersion || !session || !access) {
    return toSignIn(`/m/${encodeURIComponent(slug)}`);
  }
  if (access.memberId === null) {
    const { notFound } = await import("next/navigation");
    return notFound();
  }
  return memberCtx(session.userId, access);
});

/** The merchants the signed-in person may enter, by name. Redirects to the sign-in page when signed out. */
export const listMyMerchants = cache(async (): Promise<Membership[]> => {
  const person = await currentPerson();
  if (!person) return toSignIn("/m");
  return findMemberships(readSql(), person.id);
});

function memberCtx(userId: string, access: Extract<AccessRow, { memberId: string }>): MemberCtx {
  const { email, name, memberId, role, merchantId: id, merchantName } = access;
  const { slug, timeZone, weekStart, currency, deleteAt } = access;
  return {
    merchantId: id,
    actor: { kind: "member", id: memberId, label: name ?? email },
    permissions: permissionsOfRole(role),
    storeId: null,
    now: new Date(),
    role,
    person: { id: userId, email, name },
    merchant: { id, slug, name: merchantName, timeZone, weekStart, currency, deleteAt },
  };
}

/** Signing in leads back to the page that was asked for, where our server says which, else to the merchant. */
async function toSignIn(fallback: string): Promise<never> {
  const [{ headers }, { redirect }] = await Promise.all([import("next/headers"), import("next/navigation")]);
  const asked = (await headers()).get(ASKED_PATH);
  return redirect(`/sign-in?next=${encodeURIComponent(asked === null ? fallback : withoutMark(asked))}`);
}

/** Next marks the addresses it fetches for a navigation. */
function withoutMark(path: string): string {
  const [place = "", query = ""] = path.split("?", 2);
  const kept = query.split("&").filter((part) => part !== "" && !part.startsWith("_rsc="));
  return kept.length === 0 ? place : `${place}?${kept.join("&")}`;
}

/** Set by lib/server on the way to Next, which keeps the path of a request from its pages. */
const ASKED_PATH = "x-tollgate-path";
