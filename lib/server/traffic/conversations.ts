import { seeded, type Weighted } from "./seeded";

/** The turn of a conversation that a row of the trace becomes. */
export type Turn = { readonly conversation: string; readonly turn: number };

/** Conversations begin and end inside a block of this many rows, so that any row can be placed on its own. */
const BLOCK_ROWS = 240;
/** How many conversations of a block are going on at the same time. */
const AT_ONCE = 80;

const LENGTHS: readonly [Weighted<number>, ...Weighted<number>[]] = [
  [30, 1],
  [24, 2],
  [18, 3],
  [13, 4],
  [9, 5],
  [6, 6],
];

/** Places rows in conversations of one to six turns, in order, mixed with one another; the same in every run. */
export class Conversations {
  readonly #run: string;
  #block = -1;
  #turns: Turn[] = [];

  constructor(run: string) {
    this.#run = run;
  }

  /** `row` counts from 1. */
  turnOf(row: number): Turn {
    const block = Math.floor((row - 1) / BLOCK_ROWS);
    if (block !== this.#block) {
      this.#turns = turnsOfBlock(this.#run, block);
      this.#block = block;
    }
    return this.#turns[(row - 1) % BLOCK_ROWS] ?? { conversation: `${block}-0`, turn: 1 };
  }
}

type Going = { name: string; turn: number; left: number };

function turnsOfBlock(run: string, block: number): Turn[] {
  const random = seeded("conversations", run, block);
  const going: Going[] = [];
  const turns: Turn[] = [];
  let begun = 0;
  while (turns.length < BLOCK_ROWS) {
    while (going.length < AT_ONCE) {
      going.push({ name: `${block}-${begun}`, turn: 0, left: random.weighted(LENGTHS) });
      begun += 1;
    }
    const index = random.between(0, going.length - 1);
    const current = going[index];
    if (!current) continue;
    current.turn += 1;
    current.left -= 1;
    turns.push({ conversation: current.name, turn: current.turn });
    if (current.left === 0) going.splice(index, 1);
  }
  return turns;
}
