import { prisma } from "./client";
import type { Prisma } from "./generated/client";
import type { Sql } from "./sql";

/** A Prisma client inside a transaction. */
export type Tx = Prisma.TransactionClient;

/** Carries the transaction that is open, if one is. `Ctx` is one. */
export type TxScope = { readonly tx?: Tx };

/** A verb waits this long for a connection, and has this long to finish. */
const LIMITS = { maxWait: 10_000, timeout: 20_000 };

/** Runs `fn` in a transaction, joining the one already open on `scope` if there is one. */
export async function withTx<T>(scope: TxScope, fn: (tx: Tx) => Promise<T>): Promise<T> {
  return scope.tx ? fn(scope.tx) : prisma.$transaction(fn, LIMITS);
}

/** Lets a Prisma client or transaction ask the same statements as a metered batch. */
export function sqlOf(client: Pick<Tx, "$queryRawUnsafe">): Sql {
  return {
    async rows<Row>(statement: { text: string }, params: readonly (string | null)[]) {
      return client.$queryRawUnsafe<Row[]>(statement.text, ...params);
    },
  };
}
