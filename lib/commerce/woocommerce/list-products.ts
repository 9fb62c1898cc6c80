import { z } from "zod";
import type { Shop } from "./shop";

const PAGE_SIZE = "50";
const MOST_VARIATIONS = "100";

const text = z.string().nullish();
const product = z.looseObject({
  id: z.number().int(),
  name: text,
  type: text,
  price: text,
  sku: text,
  virtual: z.boolean().nullish(),
  downloadable: z.boolean().nullish(),
});
const variation = z.looseObject({
  id: z.number().int(),
  name: text,
  price: text,
  attributes: z.array(z.looseObject({ option: text })).nullish(),
});

type ShopVariation = { id: number; name: string; price: string | null };
export type ShopProduct = {
  id: number;
  name: string;
  type: string;
  price: string | null;
  sku: string | null;
  /** Orders of products that are not both stay in processing when they are paid. */
  virtual: boolean;
  downloadable: boolean;
  variations: ShopVariation[];
};

/** A page of a shop's products, with the variations of those that have some. */
export async function listProducts(
  shop: Shop,
  { search, page }: { search: string | undefined; page: number },
): Promise<{ data: ShopProduct[]; page: number; pages: number }> {
  const params = { per_page: PAGE_SIZE, page: String(page), ...(search ? { search } : {}) };
  const { value, pages } = await shop.get("/products", params);
  const data: ShopProduct[] = [];
  for (const each of z.array(product).parse(value)) {
    const variations = each.type === "variable" ? await variationsOf(shop, each.id) : [];
    data.push({
      id: each.id,
      name: each.name ?? "",
      type: each.type ?? "simple",
      price: each.price || null,
      sku: each.sku || null,
      virtual: each.virtual ?? false,
      downloadable: each.downloadable ?? false,
      variations,
    });
  }
  return { data, page, pages };
}

async function variationsOf(shop: Shop, id: number): Promise<ShopVariation[]> {
  const { value } = await shop.get(`/products/${id}/variations`, { per_page: MOST_VARIATIONS });
  return z
    .array(variation)
    .parse(value)
    .map(({ id: own, name, price, attributes }) => ({
      id: own,
      name: name || (attributes ?? []).map(({ option }) => option ?? "").join(", "),
      price: price || null,
    }));
}
