import { prisma, sqlOf, statement, type TxScope } from "@/lib/db";
import type { Customer } from "./people.repo";

/**
 * A search as PostgreSQL asks for it: every word of it begins a word of the customer. Null without any word. `param` is
 * the place of the text ("$2").
 */
const beginnings = (param: string) =>
  `(SELECT string_agg('''' || replace(replace(word, '\\', '\\\\'), '''', '''''') || ''':*', ' & ')::tsquery
      FROM unnest(tsvector_to_array(to_tsvector('simple', tollgate_words(${param}::text)))) word)`;

/**
 * The condition on a row of `customers` that its id, name and e-mail address together have words that begin with those
 * of a search, as the index `customers_words` serves it; beside it the statement has to name the merchant.
 */
export function saysCustomer(alias: string, param: string): string {
  const text = `${alias}.external_id || ' ' || coalesce(${alias}.name, '') || ' ' || coalesce(${alias}.email, '')`;
  return `to_tsvector('simple', tollgate_words(${text})) @@ ${beginnings(param)}`;
}

/** So many are looked at to find the best of them. */
const MOST_RANKED = 500;

const SEARCH = statement(
  "customers_search",
  `SELECT external_id AS "externalId", email, name, roles
     FROM (SELECT c.* FROM customers c WHERE c.merchant_id = $1::uuid AND ${saysCustomer("c", "$2")}
            LIMIT ${MOST_RANKED}) c
    ORDER BY (external_id = $2::text) DESC, (lower(email) = lower($2::text)) IS TRUE DESC,
             (strpos(lower(coalesce(name, external_id)), lower($2::text)) = 1) DESC,
             lower(coalesce(name, external_id)), id
    LIMIT $3::int`,
);

/** Customers by the beginnings of words; at most `limit`. */
export async function findCustomersByWords(
  scope: TxScope,
  { merchantId, text, limit }: { merchantId: string; text: string; limit: number },
): Promise<Customer[]> {
  return sqlOf(scope.tx ?? prisma).rows<Customer>(SEARCH, [merchantId, text, limit.toString()]);
}
