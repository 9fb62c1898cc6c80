"use client";

import { useClipboard } from "@mantine/hooks";
import { Check, Copy } from "lucide-react";
import { shortId } from "@/lib/kernel/format";

type CopyButtonProps = {
  value: string;
  /** What is copied, for the tip and for screen readers: "Copy log id". */
  label?: string;
};

/** Copies a text and says so for a moment. */
export function CopyButton({ value, label = "Copy" }: CopyButtonProps) {
  const clipboard = useClipboard({ timeout: 1_500 });
  return (
    <button
      type="button"
      className="tg-copy"
      aria-label={label}
      data-tip={label}
      data-copied={clipboard.copied || undefined}
      onClick={() => clipboard.copy(value)}
    >
      {clipboard.copied ? <Check size={13} aria-hidden /> : <Copy size={13} aria-hidden />}
      <span className="tg-sr" role="status">
        {clipboard.copied ? "Copied" : ""}
      </span>
    </button>
  );
}

/** An id, shortened, whole in the tip, with its copy button. */
export function CopyId({ id, label = "Copy id" }: { id: string; label?: string }) {
  const short = shortId(id);
  return (
    <span className="tg-copy-id">
      <span className="tg-mono" data-tip={short === id ? undefined : id}>
        {short}
      </span>
      <CopyButton value={id} label={label} />
    </span>
  );
}
