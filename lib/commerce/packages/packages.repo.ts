import { plainArray, readSql, type Sql, sqlOf, statement, type Tx, type TxScope } from "@/lib/db";
import { isId } from "@/lib/kernel/ids";
import { micros } from "@/lib/kernel/micros";
import type { Package } from "../core/package";

/** Whose rows, and in which transaction if one is open. `Ctx` is one. */
type MerchantScope = TxScope & { readonly merchantId: string };

type Row = Omit<Package, "wooProduct" | "wooVariation"> & {
  readonly wooProduct: bigint | null;
  readonly wooVariation: bigint | null;
};

const COLUMNS = `id, name, credits_micros AS credits, category, expires_after_days AS "expiresAfterDays", price, currency,
  connection_id AS connection, woo_product AS "wooProduct", woo_variation AS "wooVariation",
  stripe_price AS "stripePrice", enabled, position`;

const ENABLED = statement(
  "packages_enabled",
  `SELECT ${COLUMNS} FROM packages
    WHERE merchant_id = $1::uuid AND ((enabled AND deleted_at IS NULL) OR id = ANY($2::uuid[]))
    ORDER BY position, id DESC`,
);
const ONE = statement(
  "packages_one",
  `SELECT ${COLUMNS} FROM packages WHERE merchant_id = $1::uuid AND id = $2::uuid AND deleted_at IS NULL`,
);
const LOCK = statement("packages_lock", `${ONE.text} FOR UPDATE`);
const PAGE = statement(
  "packages_page",
  `SELECT ${COLUMNS} FROM packages
    WHERE merchant_id = $1::uuid AND deleted_at IS NULL
      AND ($2::int IS NULL OR position > $2::int OR (position = $2::int AND id < $3::uuid))
    ORDER BY position, id DESC LIMIT $4::int`,
);
const ON_SALE = statement(
  "packages_on_sale",
  `SELECT ${COLUMNS} FROM packages
    WHERE merchant_id = $1::uuid AND enabled AND deleted_at IS NULL AND (price IS NOT NULL OR stripe_price IS NOT NULL)
      AND EXISTS (SELECT FROM connections c WHERE c.merchant_id = $1::uuid AND c.kind = 'stripe' AND c.enabled
                     AND c.credentials IS NOT NULL AND c.deleted_at IS NULL)
    ORDER BY position, id DESC LIMIT 50`,
);
/** Who else is enabled for the same product or the same price of the same connection. */
const TAKEN = statement(
  "packages_taken",
  `SELECT ${COLUMNS} FROM packages
    WHERE merchant_id = $1::uuid AND id <> $2::uuid AND enabled AND deleted_at IS NULL
      AND connection_id IS NOT DISTINCT FROM $3::uuid
      AND ((woo_product = $4::bigint AND woo_variation IS NOT DISTINCT FROM $5::bigint) OR stripe_price = $6::text)
    LIMIT 1`,
);

/** The enabled packages of a merchant, and those named, whatever became of them: what purchases are matched against. */
export async function loadPackages(
  sql: Sql,
  merchantId: string,
  named: readonly string[] = [],
): Promise<Package[]> {
  const params = [merchantId, plainArray(named.filter(isId), (id) => id)];
  return (await sql.rows<Row>(ENABLED, params)).map(packageOf);
}

export async function findPackage(scope: MerchantScope, id: string): Promise<Package | null> {
  if (!isId(id)) return null;
  return first(await reader(scope).rows<Row>(ONE, [scope.merchantId, id]));
}

/** The package as it stands, locked until the transaction ends. */
export async function lockPackage(tx: Tx, merchantId: string, id: string): Promise<Package | null> {
  if (!isId(id)) return null;
  return first(await sqlOf(tx).rows<Row>(LOCK, [merchantId, id]));
}

/** By position, then newest first, after the place `after`; one row more than the limit tells of a next page. */
export async function findPackages(
  scope: MerchantScope,
  page: { after: readonly [position: number, id: string] | null; limit: number },
): Promise<Package[]> {
  const [position, id] = page.after ?? [];
  const params = [
    scope.merchantId,
    position === undefined ? null : position.toString(),
    id ?? null,
    (page.limit + 1).toString(),
  ];
  return (await reader(scope).rows<Row>(PAGE, params)).map(packageOf);
}

/** Enabled, with a price, while an enabled Stripe account can sell them. */
export async function findPackagesOnSale(merchantId: string): Promise<Package[]> {
  return (await readSql().rows<Row>(ON_SALE, [merchantId])).map(packageOf);
}

/** Another enabled package that is sold by the same product or price, or null. */
export async function findTwin(tx: Tx, merchantId: string, of: Package): Promise<Package | null> {
  const params = [
    merchantId,
    of.id,
    of.connection,
    of.wooProduct?.toString() ?? null,
    of.wooVariation?.toString() ?? null,
    of.stripePrice,
  ];
  return first(await sqlOf(tx).rows<Row>(TAKEN, params));
}

/** For whom a package is saved, and when. */
type Save = { readonly merchantId: string; readonly now: Date };

export async function insertPackage(tx: Tx, { merchantId, now }: Save, made: Package): Promise<void> {
  await tx.package.create({
    data: { ...stored(made), id: made.id, merchantId, createdAt: now, updatedAt: now },
    select: { id: true },
  });
}

export async function replacePackage(tx: Tx, { merchantId, now }: Save, made: Package): Promise<void> {
  await tx.package.update({
    where: { merchantId_id: { merchantId, id: made.id } },
    data: { ...stored(made), updatedAt: now },
    select: { id: true },
  });
}

/** It sells nothing from now on; the row stays, because checkouts that are open may still be paid. */
export async function markPackageDeleted(tx: Tx, { merchantId, now }: Save, id: string): Promise<void> {
  await tx.package.update({
    where: { merchantId_id: { merchantId, id } },
    data: { deletedAt: now, enabled: false, updatedAt: now },
    select: { id: true },
  });
}

function stored({ id: _, credits, connection, wooProduct, wooVariation, ...rest }: Package) {
  return {
    ...rest,
    creditsMicros: credits,
    connectionId: connection,
    wooProduct: wooProduct === null ? null : BigInt(wooProduct),
    wooVariation: wooVariation === null ? null : BigInt(wooVariation),
  };
}

function first([row]: readonly Row[]): Package | null {
  return row ? packageOf(row) : null;
}

function packageOf(row: Row): Package {
  return {
    ...row,
    credits: micros(row.credits),
    wooProduct: row.wooProduct === null ? null : Number(row.wooProduct),
    wooVariation: row.wooVariation === null ? null : Number(row.wooVariation),
  };
}

function reader(scope: TxScope): Sql {
  return scope.tx ? sqlOf(scope.tx) : readSql();
}
