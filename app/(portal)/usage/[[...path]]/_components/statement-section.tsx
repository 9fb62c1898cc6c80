/** @jsxImportSource hono/jsx */
import { Section } from "./parts";
import type { SectionProps } from "./section-props";
import { addressIn } from "./visitor";

/** The way to a month's statement, on paper or as a file. */
export function StatementSection({ visitor }: SectionProps) {
  const { words } = visitor;
  return (
    <Section id="statement" title={words.statement} asked={false}>
      <p class="soft">{words.statementHint}</p>
      <p class="actions">
        <a class="button plain" href={addressIn(visitor, "/statement")}>
          {words.show}
        </a>
        <a class="button plain" href={addressIn(visitor, "/statement.csv")}>
          {words.csv}
        </a>
      </p>
    </Section>
  );
}
