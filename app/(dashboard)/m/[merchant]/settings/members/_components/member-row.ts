import type { Member } from "@/lib/merchants";

/** A member as the screen shows them. */
export type MemberRow = Member & {
  /** The link they were invited by has stopped being good. */
  readonly expired: boolean;
  /** Whoever looks at it. */
  readonly self: boolean;
};
