import { Badge, type Tone } from "@/components/ui";
import type { RuleImport } from "@/lib/pricing";
import { IMPORT } from "./form-words";
import { METHOD_WORDS, operationWords, WORDS } from "./words";

type Line = RuleImport["lines"][number];

const TONES: Record<Line["action"], Tone> = {
  create: "credit",
  update: "accent",
  unchanged: "neutral",
  error: "refused",
};

/** What each line of the file would do, or what is wrong with it. */
export function ImportPreview({ preview }: { preview: RuleImport }) {
  return (
    <div role="status">
      <p>{IMPORT.counts(preview)}</p>
      {preview.wrong > 0 ? <p className="tg-replay-wrong">{IMPORT.wrong}</p> : null}
      <div className="tg-replay-scroll tg-import-lines" tabIndex={0} role="group" aria-label={IMPORT.table}>
        <table className="tg-formula tg-import-table">
          <caption className="tg-price-hidden">{IMPORT.table}</caption>
          <thead>
            <tr>
              <th scope="col">{IMPORT.line}</th>
              <th scope="col">{IMPORT.does}</th>
              <th scope="col">{IMPORT.rule}</th>
              <th scope="col">{IMPORT.price}</th>
            </tr>
          </thead>
          <tbody>
            {preview.lines.map((line) => (
              <tr key={line.line}>
                <td>{line.line}</td>
                <td>
                  <Badge tone={TONES[line.action]}>{IMPORT.action[line.action]}</Badge>
                </td>
                <td>{line.rule ? ruleWords(line.rule) : errorWords(line)}</td>
                <td>{line.rule && line.errors.length > 0 ? errorWords(line) : priceWords(line)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}

type Rule = NonNullable<Line["rule"]>;

function ruleWords({ module, bot, form, operation, provider, model }: Rule): string {
  const scope = bot ?? form;
  const parts = [module ?? WORDS.anyModule, operationWords(operation), ...(scope === null ? [] : [scope])];
  return `${parts.join(" · ")} · ${model ?? WORDS.anyModel} ${provider ?? ""}`;
}

function errorWords({ errors }: Line): string {
  return errors.map(({ path, message }) => (path === "" ? message : `${path}: ${message}`)).join("; ");
}

function priceWords({ before, rule }: Line): string {
  if (!rule) return "";
  const after = rateWords(rule);
  const was = before && rateWords(before);
  return was === null || was === after ? after : `${was} → ${after}`;
}

function rateWords({ method, inputRate, outputRate, unitRate }: Rule): string {
  const rates =
    method === "per_1k_tokens" ? `${inputRate ?? 0} in · ${outputRate ?? 0} out` : (unitRate ?? "0");
  return `${METHOD_WORDS[method]}: ${rates}`;
}
