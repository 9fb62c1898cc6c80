import { describe, expect, it } from "vitest";
import { micros } from "@/lib/kernel/micros";
import { matchPackage } from "./match-package";
import type { Package } from "./package";

const SHOP = "shop";

function aPackage(id: string, mapping: Partial<Package>): Package {
  return {
    ...{ id, name: id, credits: micros(1n), category: "paid", expiresAfterDays: null, price: null },
    ...{ currency: null, connection: null, wooProduct: null, wooVariation: null, stripePrice: null },
    ...{ enabled: true, position: 0, ...mapping },
  };
}

const woo = (product: number, variation: number | null = null) =>
  ({ connection: SHOP, product: { kind: "woocommerce", product, variation } }) as const;

describe("matchPackage", () => {
  const whole = aPackage("whole", { wooProduct: 7 });
  const large = aPackage("large", { wooProduct: 7, wooVariation: 71 });
  const here = aPackage("here", { wooProduct: 7, connection: SHOP });
  const all = [whole, large, here];

  it("takes the variation before the product, and this shop before any", () => {
    expect(matchPackage(all, woo(7, 71))?.id).toBe("large");
    expect(matchPackage(all, woo(7, 72))?.id).toBe("here");
    expect(matchPackage([whole, large], woo(7))?.id).toBe("whole");
    expect(matchPackage([...all].reverse(), woo(7, 71))?.id).toBe("large");
  });

  it("finds nothing for another product, another shop's package or a disabled one", () => {
    expect(matchPackage(all, woo(8))).toBeNull();
    expect(matchPackage([{ ...here, connection: "other" }], woo(7))).toBeNull();
    expect(matchPackage([{ ...whole, enabled: false }], woo(7))).toBeNull();
    expect(matchPackage([large], woo(7))).toBeNull();
  });

  it("tells a Stripe price from a product", () => {
    const pro = aPackage("pro", { stripePrice: "price_1" });
    const price = (id: string) => ({ connection: SHOP, product: { kind: "stripe", price: id } }) as const;
    expect(matchPackage([pro, whole], price("price_1"))?.id).toBe("pro");
    expect(matchPackage([pro], price("price_2"))).toBeNull();
    expect(matchPackage([pro], woo(7))).toBeNull();
  });
});
