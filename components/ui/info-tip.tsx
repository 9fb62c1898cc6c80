import { Info } from "lucide-react";

/** A small "what is this" beside a label: hover, focus or tap tells the exact meaning. */
export function InfoTip({ label, text }: { label: string; text: string }) {
  return (
    <button type="button" className="tg-info" aria-label={`What is ${label}?`} data-tip={text}>
      <Info size={13} aria-hidden />
    </button>
  );
}
