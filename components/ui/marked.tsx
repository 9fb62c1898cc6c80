type MarkedProps = { segments: readonly { readonly text: string; readonly hit: boolean }[] };

/** A text with what was searched for highlighted in it. */
export function Marked({ segments }: MarkedProps) {
  return segments.map(({ text, hit }, index) => (hit ? <mark key={index}>{text}</mark> : text));
}
