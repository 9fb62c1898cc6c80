"use client";

import { useRouter } from "next/navigation";
import { useTransition } from "react";
import { notifyDone, notifyFailed } from "@/components/ui";

/** What a server action answers. */
export type Answer<Output> =
  { ok: true; data: Output } | { ok: false; error: { message: string; fields?: Record<string, string> } };

type Act<Output> = {
  run: () => Promise<Answer<Output>>;
  /** What is said when it was done; made from the answer where it depends on it. */
  done: string | ((data: Output) => string);
  failed: string;
  then?: (data: Output) => void;
};

/** Runs an action from a click: says what came of it and reads the page anew. */
export function useAct() {
  const [busy, startTransition] = useTransition();
  const router = useRouter();

  async function run<Output>({ run: send, done, failed, then }: Act<Output>): Promise<void> {
    const answer = await send();
    if (!answer.ok) {
      const wrong = Object.values(answer.error.fields ?? {})[0];
      return notifyFailed(failed, wrong ?? answer.error.message);
    }
    notifyDone(typeof done === "string" ? done : done(answer.data));
    then?.(answer.data);
    router.refresh();
  }

  function act<Output>(wanted: Act<Output>): void {
    startTransition(() => run(wanted));
  }

  return { busy, act, run };
}
