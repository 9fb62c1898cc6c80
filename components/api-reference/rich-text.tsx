/** Prose of a document: paragraphs apart, `code` in backticks. Nothing else in it is interpreted. */
export function RichText({ text, className }: { text: string; className?: string }) {
  return (
    <div className={className}>
      {text.split(/\n{2,}/).map((paragraph, index) => (
        <p key={index}>
          {paragraph.split(/(`[^`]+`)/).map((part, place) =>
            part.startsWith("`") && part.endsWith("`") && part.length > 2 ? (
              <code key={place} className="tg-inline-code">
                {part.slice(1, -1)}
              </code>
            ) : (
              part
            ),
          )}
        </p>
      ))}
    </div>
  );
}
