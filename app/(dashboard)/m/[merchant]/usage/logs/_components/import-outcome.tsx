import { importResult, type TaskView } from "../../_components/task-view";
import { IMPORT } from "./words";

/** What came of an import, and the rows that could not be read, as a file. */
export function ImportOutcome({ merchant, task }: { merchant: string; task: TaskView }) {
  const result = importResult(task);
  if (!result) return null;
  return (
    <p className="tg-task-line">
      {IMPORT.outcome(result)}{" "}
      {result.wrong > 0 ? (
        <a href={`/m/${merchant}/usage/logs/import-problems?task=${task.id}`} download>
          {IMPORT.problems}
        </a>
      ) : null}
    </p>
  );
}
