import type { Failure } from "./use-act";

type ActFailureProps = {
  failure: Failure | null;
  /** What is wrong with a field is said at the field. */
  atFields?: boolean;
};

/** Says what failed beside what was pressed. */
export function ActFailure({ failure, atFields = false }: ActFailureProps) {
  if (failure === null) return null;
  const wrong = atFields ? undefined : Object.values(failure.fields ?? {})[0];
  return (
    <p className="tg-shop-notice" data-tone="refused" role="alert">
      <strong>{failure.title}.</strong> {wrong ?? failure.message}
    </p>
  );
}
