"use client";

import { useRouter } from "next/navigation";
import { useEffect, useRef, useState, useTransition } from "react";
import { notifyDone, notifyFailed } from "@/components/ui";

type Wrong = { readonly message: string; readonly fields?: Readonly<Record<string, string>> };

/** What a server action answers. */
type Answer<Output> = { ok: true; data: Output } | { ok: false; error: Wrong };

type Act<Output> = {
  run: () => Promise<Answer<Output>>;
  /** What is said when it was done; made from the answer where it depends on it. Nothing, where the page shows it. */
  done?: string | ((data: Output) => string);
  failed: string;
  then?: (data: Output) => void;
};

/** What failed, and what was wrong with which field. */
export type Failure = Wrong & { readonly title: string };

/** Runs an action from a click on the page: says what came of it and reads the page anew. */
export function useAct(tell: (failure: Failure) => void = tellInToast) {
  const [busy, startTransition] = useTransition();
  const router = useRouter();

  async function run<Output>({ run: send, done, failed, then }: Act<Output>): Promise<void> {
    const answer = await send();
    if (!answer.ok) return tell({ title: failed, ...answer.error });
    if (done !== undefined) notifyDone(typeof done === "string" ? done : done(answer.data));
    then?.(answer.data);
    router.refresh();
  }

  function act<Output>(wanted: Act<Output>): void {
    startTransition(() => run(wanted));
  }

  return { busy, act, run };
}

function tellInToast({ title, message, fields = {} }: Failure): void {
  notifyFailed(title, Object.values(fields)[0] ?? message);
}

/**
 * The same in a drawer or dialog, where a toast could cover the buttons: what failed is kept, to be said beside them
 * (`ActFailure`) and at the fields. `form` is the reference of a form whose first wrong field is to be gone to; `refuse`
 * tells what is wrong before anything is sent.
 */
export function useActHere() {
  const [failure, setFailure] = useState<Failure | null>(null);
  const { busy, act: start } = useAct(setFailure);
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (failure) form.current?.querySelector<HTMLElement>("[aria-invalid='true']")?.focus();
  }, [failure]);

  function act<Output>(wanted: Act<Output>): void {
    setFailure(null);
    start(wanted);
  }

  return { busy, act, failure, wrong: failure?.fields ?? {}, form, refuse: setFailure };
}
