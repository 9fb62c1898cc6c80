import { EmptyState } from "@/components/ui";
import { requireMember } from "@/lib/auth";
import { getPackage, listConnections, priceTypicalRequests } from "@/lib/commerce";
import type { Package } from "@/lib/commerce/core";
import { AppError } from "@/lib/kernel/errors";
import { getSettings } from "@/lib/merchants";
import { PackageForm } from "./package-form";
import { PAGE } from "./words";

/** What the address calls a package that is being made. */
export const NEW_PACKAGE = "new";

/** One package with all of its settings, or a new one. */
export async function PackageDetail({ merchant, id }: { merchant: string; id: string }) {
  const ctx = await requireMember(merchant);
  const [made, prices, connections, { currency }] = await Promise.all([
    id === NEW_PACKAGE ? null : findPackage(ctx, id),
    priceTypicalRequests(ctx),
    listConnections(ctx, { limit: 200 }),
    getSettings(ctx),
  ]);
  if (made === "gone") return <EmptyState title={PAGE.goneTitle}>{PAGE.gone}</EmptyState>;
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
        mayEdit={mayEdit}
      />
    </>
  );
}

type Ctx = Awaited<ReturnType<typeof requireMember>>;

async function findPackage(ctx: Ctx, id: string): Promise<Package | "gone"> {
  try {
    return await getPackage(ctx, id);
  } catch (error) {
    if (error instanceof AppError && error.code === "not_found") return "gone";
    throw error;
  }
}
