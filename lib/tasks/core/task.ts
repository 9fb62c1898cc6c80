/** Plain JSON, as tasks keep it. */
export type TaskJson =
  string | number | boolean | null | readonly TaskJson[] | { readonly [key: string]: TaskJson };

/** One step of a task, done in one transaction together with the note of how far it came. */
export type TaskStep = {
  /** Where the next step begins. */
  readonly place: TaskJson;
  /** How many things this step did. */
  readonly done: number;
  /** How many there are in all, once that is known or has changed. */
  readonly total?: number;
  /** What came of it, as far as is known now. */
  readonly result?: TaskJson;
  readonly finished: boolean;
};
