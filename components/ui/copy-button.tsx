"use client";

import { Check, Copy } from "lucide-react";
import { useState } from "react";
import { shortId } from "@/lib/kernel/format";
import { notifyFailed } from "./toast";

type CopyButtonProps = {
  value: string;
  /** What is copied, for the tip and for screen readers: "Copy log id". */
  label?: string;
};

const SHOWN_FOR = 1_500;

/** Copies a text and says so for a moment. */
export function CopyButton({ value, label = "Copy" }: CopyButtonProps) {
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    if (!(await copyText(value))) return;
    setCopied(true);
    setTimeout(() => setCopied(false), SHOWN_FOR);
  };
  return (
    <button
      type="button"
      className="tg-copy"
      aria-label={label}
      data-tip={label}
      data-copied={copied || undefined}
      onClick={copy}
    >
      {copied ? <Check size={13} aria-hidden /> : <Copy size={13} aria-hidden />}
      <span className="tg-sr" role="status">
        {copied ? "Copied" : ""}
      </span>
    </button>
  );
}

/** Browsers give the clipboard only to pages on HTTPS and localhost, and only when the person lets them. */
async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    notifyFailed(
      "Nothing was copied",
      "The browser does not let this page use the clipboard. Select the text and copy it.",
    );
    return false;
  }
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
