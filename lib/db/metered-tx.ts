import type { PoolClient } from "pg";
import { meteredPool } from "./pools";
import type { Sql } from "./sql";

/**
 * Runs `fn` in one transaction whose statements are pipelined: those issued without awaiting the ones before
 * travel together, BEGIN with the first and COMMIT with the last, and the answers come back in order.
 *
 * Returns once the commit is durable. When `fn` throws, or any statement failed (awaited or not), nothing is
 * kept and the first failure is thrown. `fn` must await at least one answer before it writes: only then is it
 * known that the transaction has begun.
 */
export async function meteredTx<T>(fn: (sql: Sql) => Promise<T>): Promise<T> {
  const client = await meteredPool().connect();
  const transaction = new PipelinedTransaction(client);
  try {
    const result = await fn(transaction);
    await transaction.commit();
    return result;
  } catch (error) {
    await transaction.rollback();
    throw error;
  } finally {
    // A connection that is not idle outside a transaction again is broken or in an unknown state: drop it.
    client.release(client.getTransactionStatus() !== "I");
  }
}

class PipelinedTransaction implements Sql {
  readonly #client: PoolClient;
  #firstFailure: { readonly error: unknown } | undefined;
  /** Settles when the outcome of the latest statement, and so of all before it, has been noted. */
  #noted: Promise<unknown>;
  #closed = false;

  constructor(client: PoolClient) {
    this.#client = client;
    this.#noted = client.query("BEGIN").catch((error: unknown) => this.#note(error));
  }

  rows<Row>(statement: { name: string; text: string }, params: readonly (string | null)[]): Promise<Row[]> {
    if (this.#closed) throw new Error(`The transaction of statement "${statement.name}" is over.`);
    // A failed BEGIN would leave the statements after it to commit one by one.
    if (this.#firstFailure) return Promise.reject(this.#firstFailure.error);
    const answer = this.#client
      .query({ name: statement.name, text: statement.text, values: [...params] })
      .then((result): Row[] => result.rows);
    this.#noted = answer.catch((error: unknown) => this.#note(error));
    return answer;
  }

  /** Resolves when the server has confirmed the commit of everything. */
  async commit(): Promise<void> {
    this.#closed = true;
    const { command } = await this.#client.query("COMMIT");
    await this.#noted;
    if (this.#firstFailure) throw this.#firstFailure.error;
    // The answer to committing an aborted transaction is ROLLBACK, and no error.
    if (command !== "COMMIT") throw new Error(`The database answered COMMIT with ${command}.`);
  }

  /** Never throws: a connection that cannot roll back is closed, which rolls back too. */
  async rollback(): Promise<void> {
    this.#closed = true;
    await this.#client.query("ROLLBACK").catch(() => {});
  }

  /** Answers come in order, so the first failure is the cause and later ones its echo. */
  #note(error: unknown): void {
    this.#firstFailure ??= { error };
  }
}
