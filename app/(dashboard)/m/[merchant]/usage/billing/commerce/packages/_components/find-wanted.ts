import type { requireMember } from "@/lib/auth";
import { getPurchase, type PurchaseLineJson } from "@/lib/commerce";
import { orNull } from "../../_components/or-null";
import type { SoldProduct } from "./package-draft";
import type { WantedBy } from "./use-package-draft";

type Ctx = Awaited<ReturnType<typeof requireMember>>;

/**
 * The purchase that a package is wanted for, and what of it the package is to be sold by: the named line, else the first
 * that nothing was granted for. Null when there is no such purchase, or nothing in it that a package could be mapped to.
 */
export async function findWanted(
  ctx: Ctx,
  { purchase: id, line }: { purchase: string; line: string | null },
): Promise<WantedBy | null> {
  const purchase = await orNull(getPurchase(ctx, id));
  const wanted = purchase?.lines.find((each) => (line === null ? each.package === null : each.key === line));
  const product = wanted && productOf(wanted);
  if (!purchase || !product) return null;
  const { connection, number } = purchase;
  return { purchase: purchase.id, number, sold: { ...product, name: wanted.name, connection } };
}

function productOf({ product }: PurchaseLineJson): Omit<SoldProduct, "name" | "connection"> | null {
  if (product?.kind === "stripe") return { wooProduct: "", wooVariation: "", stripePrice: product.price };
  if (product?.kind !== "woocommerce") return null;
  const { product: wooProduct, variation } = product;
  return { wooProduct: String(wooProduct), wooVariation: variation?.toString() ?? "", stripePrice: "" };
}
