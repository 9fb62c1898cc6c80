import type { World } from "./world";

/** What every row is given. */
export type Stage = {
  readonly world: World;
  readonly folder: string;
  readonly rounds: number;
  readonly seconds: number;
  readonly tpcbScale: number;
  readonly proofEntries: number;
  /** How many logs there are, and how many in the database beside it. */
  readonly logs: { readonly many: number; readonly few: number };
  readonly say: (line: string) => void;
};
