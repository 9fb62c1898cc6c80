"use client";

import { Popover } from "@mantine/core";
import { useRouter } from "next/navigation";
import {
  type FocusEvent,
  type KeyboardEvent,
  type MouseEvent,
  type RefObject,
  useRef,
  useState,
  useTransition,
} from "react";
import { Credits, notifyDone, notifyFailed } from "@/components/ui";
import { formatCredits } from "@/lib/kernel/format";
import { creditsToString } from "@/lib/kernel/micros";
import { readTypedCredits } from "@/lib/kernel/typed-credits";
import { setBalanceAction } from "./balance-actions";
import { askConflict } from "./balance-conflict";
import { EDIT, WORDS } from "./words";

type EditBalanceProps = { merchant: string; customer: string; name: string; total: bigint };

/** A balance that a click opens for change: Enter and leaving it save, Escape leaves it as it was. */
export function EditBalance(props: EditBalanceProps) {
  const [open, setOpen] = useState(false);
  const trigger = useRef<HTMLButtonElement>(null);
  const { shown, save, saving } = useSaving(props);
  const close = (refocus: boolean) => {
    setOpen(false);
    if (refocus) setTimeout(() => trigger.current?.focus());
  };
  if (open) {
    return (
      <BalanceEditor
        {...props}
        total={shown}
        onLeave={close}
        onSave={(wanted) => {
          close(wanted.refocus);
          save(wanted);
        }}
      />
    );
  }
  return (
    <button
      ref={trigger}
      type="button"
      className="tg-balance-edit"
      aria-label={EDIT.open(props.name, formatCredits(shown))}
      aria-busy={saving}
      onClick={() => setOpen(true)}
    >
      <Credits micros={shown} />
    </button>
  );
}

type Wanted = { balance: bigint; reason: string };

/** Saves in the background; until the page shows what was booked, the wanted figure stands there. */
function useSaving({ merchant, customer, name, total }: EditBalanceProps) {
  const [wished, setWished] = useState<{ to: bigint; over: bigint } | null>(null);
  const [saving, startTransition] = useTransition();
  const router = useRouter();
  const shown = wished !== null && wished.over === total ? wished.to : total;

  const send = async ({ balance, reason }: Wanted, expected: bigint): Promise<void> => {
    const answer = await setBalanceAction(merchant, {
      customer,
      balance: creditsToString(balance),
      expected: creditsToString(expected),
      reason,
    });
    if (!answer.ok) {
      setWished(null);
      return notifyFailed(WORDS.notSaved, answer.error.message);
    }
    if ("now" in answer.data) {
      const { now } = answer.data;
      setWished(null);
      router.refresh();
      return askConflict({
        seen: expected,
        now,
        wanted: balance,
        onSet: () => send({ balance, reason }, now),
      });
    }
    notifyDone(EDIT.saved(name, answer.data.booked));
    router.refresh();
  };
  const save = ({ balance, reason }: Wanted) => {
    if (balance === shown) return;
    setWished({ to: balance, over: total });
    startTransition(() => send({ balance, reason }, shown));
  };
  return { shown, save, saving };
}

type BalanceEditorProps = EditBalanceProps & {
  onLeave: (refocus: boolean) => void;
  onSave: (wanted: Wanted & { refocus: boolean }) => void;
};

function BalanceEditor({ name, total, onLeave, onSave }: BalanceEditorProps) {
  const [text, setText] = useState(creditsToString(total));
  const [reason, setReason] = useState("");
  const done = useRef(false);
  const below = useRef<HTMLDivElement>(null);
  const balance = readAmount(text);

  const finish = (refocus: boolean) => {
    if (done.current) return;
    if (text === creditsToString(total)) {
      done.current = true;
      return onLeave(refocus);
    }
    if (balance === null) {
      // Leaving a figure that is none leaves the balance as it was; Enter stays, to put it right.
      if (refocus) return;
      done.current = true;
      notifyFailed(WORDS.notSaved, WORDS.badAmount);
      return onLeave(false);
    }
    done.current = true;
    onSave({ balance, reason: reason.trim(), refocus });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "Enter") {
      event.preventDefault();
      finish(true);
    }
    if (event.key !== "Escape") return;
    event.preventDefault();
    event.stopPropagation();
    done.current = true;
    onLeave(true);
  };
  const onBlur = (event: FocusEvent<HTMLDivElement>) => {
    const to = event.relatedTarget;
    if (to instanceof Node && (event.currentTarget.contains(to) || below.current?.contains(to))) return;
    finish(false);
  };
  return (
    <div className="tg-balance-editor" onBlur={onBlur} onKeyDown={onKeyDown}>
      <Popover opened position="bottom-end" offset={6} radius="md" shadow="md" width={280} withRoles={false}>
        <Popover.Target>
          <input
            aria-label={EDIT.label(name)}
            aria-invalid={balance === null}
            className="tg-num"
            inputMode="decimal"
            autoComplete="off"
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
            autoFocus
            onFocus={(event) => event.currentTarget.select()}
          />
        </Popover.Target>
        <ReasonBelow panel={below} reason={reason} onReason={setReason} wrong={balance === null} />
      </Popover>
    </div>
  );
}

type ReasonBelowProps = {
  panel: RefObject<HTMLDivElement | null>;
  reason: string;
  onReason: (reason: string) => void;
  /** The figure is none. */
  wrong: boolean;
};

/** It lies outside the row, but what is clicked in it would still be taken for a click on the row. */
function ReasonBelow({ panel, reason, onReason, wrong }: ReasonBelowProps) {
  return (
    <Popover.Dropdown
      ref={panel}
      className="tg-balance-reason"
      onClick={(event) => event.stopPropagation()}
      onMouseDown={keepFocus}
    >
      <input
        aria-label={EDIT.reason}
        placeholder={EDIT.reason}
        autoComplete="off"
        maxLength={500}
        value={reason}
        onChange={(event) => onReason(event.currentTarget.value)}
      />
      <span data-wrong={wrong || undefined}>{wrong ? WORDS.badAmount : EDIT.keys}</span>
    </Popover.Dropdown>
  );
}

/** A press beside the field of the reason would end the change. */
function keepFocus(event: MouseEvent<HTMLDivElement>): void {
  if (!(event.target instanceof HTMLInputElement)) event.preventDefault();
}

/** What was typed, grouped as it is shown or not; null when it is no balance. */
function readAmount(text: string): bigint | null {
  const value = readTypedCredits(text);
  return value === null || value < 0n ? null : value;
}
