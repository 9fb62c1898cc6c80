import { CopyButton } from "./copy-button";
import type { MarkText } from "./mark-words";
import { Marked } from "./marked";

type CodeBlockProps = {
  code: string;
  /** What it is, shown above it: "curl", "JSON". */
  title?: string;
  /** Breaks long lines instead of scrolling. */
  wrap?: boolean;
};

/** Text for a machine, to be copied whole. */
export function CodeBlock({ code, title, wrap = false }: CodeBlockProps) {
  return (
    <figure className="tg-code" data-wrap={wrap || undefined}>
      <figcaption className="tg-code-bar">
        <span>{title}</span>
        <CopyButton value={code} label="Copy code" />
      </figcaption>
      <pre tabIndex={0}>
        <code>{code}</code>
      </pre>
    </figure>
  );
}

type TextBlockProps = { text: string; mark?: MarkText | undefined };

/** Text written by people or models: line breaks kept, nothing in it is interpreted, either writing direction. */
export function TextBlock({ text, mark }: TextBlockProps) {
  return (
    <div className="tg-text" dir="auto">
      {mark ? <Marked segments={mark(text)} /> : text}
    </div>
  );
}
