export { prisma } from "./client";
export { closeDatabase } from "./close";
export { listen } from "./listen";
export { meteredTx } from "./metered-tx";
export { readSql } from "./read-sql";
export { instantArray, jsonItems, jsonList, plainArray, statement, textArray } from "./sql";
export type { Sql, SqlParam, Statement } from "./sql";
export { sqlOf, withTx } from "./tx";
export type { Tx, TxScope } from "./tx";
