import { EmptyState } from "@/components/ui";
import { requireMember } from "@/lib/auth";
import { getPackage, listConnections, priceTypicalRequests } from "@/lib/commerce";
import { getSettings } from "@/lib/merchants";
import { orNull } from "../../_components/or-null";
import { findWanted } from "./find-wanted";
import { PackageForm } from "./package-form";
import { PAGE } from "./words";

/** What the address calls a package that is being made. */
export const NEW_PACKAGE = "new";

type PackageDetailProps = {
  merchant: string;
  id: string;
  /** The purchase a new package is made for, and which line of it. */
  purchase: string | null;
  line: string | null;
};

/** One package with all of its settings, or a new one. */
export async function PackageDetail({ merchant, id, purchase, line }: PackageDetailProps) {
  const ctx = await requireMember(merchant);
  const isNew = id === NEW_PACKAGE;
  const [made, wanted, prices, connections, { currency }] = await Promise.all([
    isNew ? null : orNull(getPackage(ctx, id)),
    isNew && purchase !== null ? findWanted(ctx, { purchase, line }) : null,
    priceTypicalRequests(ctx),
    listConnections(ctx, { limit: 200 }),
    getSettings(ctx),
  ]);
  if (made === null && !isNew) return <EmptyState title={PAGE.goneTitle}>{PAGE.gone}</EmptyState>;
  const mayEdit = ctx.permissions.has("settings:write");
  return (
    <>
      {mayEdit ? null : <p className="tg-quiet">{PAGE.readOnly}</p>}
      <PackageForm
        key={id}
        merchant={merchant}
        made={made}
        prices={prices}
        connections={connections.data.map(({ id: shop, name, kind, hasKeys }) => ({
          id: shop,
          name,
          kind,
          canList: hasKeys,
        }))}
        currency={currency}
        wanted={wanted}
        mayEdit={mayEdit}
      />
    </>
  );
}
