import { CodeBlock } from "@/components/ui";
import { MADE } from "./words";

/** A secret of ours, shown this once. */
export function SecretOnce({ secret }: { secret: string }) {
  return (
    <div className="tg-shop-part">
      <CodeBlock code={secret} title={MADE.secret} wrap />
      <p className="tg-quiet">{MADE.secretHelp}</p>
    </div>
  );
}
