import { Circle, CircleCheck } from "lucide-react";
import Link from "next/link";
import { CodeBlock, Listen, route, Section } from "@/components/ui";
import type { SetupStep } from "@/lib/checks";
import { SETUP } from "./words";

type SetupPathProps = {
  merchant: string;
  steps: readonly SetupStep[];
  /** Nothing ever ran: the page listens for the first request. */
  waiting: boolean;
  code: string;
};

/** The way from nothing to a merchant that sells; what is done is ticked off by itself. */
export function SetupPath({ merchant, steps, waiting, code }: SetupPathProps) {
  const done = steps.filter((each) => each.done).length;
  return (
    <Section title={SETUP.title} description={SETUP.done(done, steps.length)}>
      {waiting ? <Listen /> : null}
      <ol className="tg-surface tg-overview-setup">
        {steps.map((each) => (
          <Step key={each.step} merchant={merchant} step={each} code={code} />
        ))}
      </ol>
    </Section>
  );
}

function Step({ merchant, step: { step, done }, code }: { merchant: string; step: SetupStep; code: string }) {
  const { title, help, path, action } = SETUP.steps[step];
  const Icon = done ? CircleCheck : Circle;
  return (
    <li data-done={done || undefined}>
      <Icon size={16} role="img" aria-label={done ? SETUP.ticked : SETUP.open} />
      <div>
        <h3>{title}</h3>
        {done ? null : (
          <>
            <p>
              {help} <Link href={route(`/m/${merchant}${path}`)}>{action}</Link>
            </p>
            {step === "request" ? <CodeBlock code={code} title="curl" /> : null}
          </>
        )}
      </div>
    </li>
  );
}
