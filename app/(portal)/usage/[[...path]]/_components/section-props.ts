import type { PortalPage, Visit } from "@/lib/portal";
import type { Visitor } from "./visitor";

/** What every section of the page is made from. */
export type SectionProps = {
  readonly visitor: Visitor;
  readonly visit: Visit;
  readonly data: PortalPage;
};

/** The sections that links may ask for. */
export type SectionName = "balance" | "usage" | "purchases";

/** The section that a link asked for, e.g. a button under a quota's message. */
export function sectionOf({ query }: Visitor): SectionName | null {
  const asked = query.get("section");
  return asked === "balance" || asked === "usage" || asked === "purchases" ? asked : null;
}
