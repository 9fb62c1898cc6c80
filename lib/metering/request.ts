import type { Op } from "./core/op";

/** A subject as the caller names it, before it is looked up. */
export type NamedSubject =
  | {
      kind: "customer";
      externalId: string;
      email: string | undefined;
      name: string | undefined;
      roles: readonly string[] | undefined;
    }
  | { kind: "guest"; session: string; ip: string | undefined };

type WithoutSubject<T> = T extends unknown ? Omit<T, "subject"> : never;

/** A metered request on its way to the engine. `subject` is null for holds, which know theirs. */
export type MeteredRequest = {
  readonly now: Date;
  readonly subject: NamedSubject | null;
  readonly op: WithoutSubject<Op>;
};
