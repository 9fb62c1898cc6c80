"use client";

import { CircleAlert, CircleCheck, CircleHelp, TriangleAlert } from "lucide-react";
import Link from "next/link";
import { Fragment } from "react";
import { Badge, Instant, route } from "@/components/ui";
import type { Check, Question } from "@/lib/checks";
import { CHECKS, QUESTIONS, WORDS } from "./words";

const STATES = {
  pass: { Icon: CircleCheck, tone: "credit" },
  warn: { Icon: TriangleAlert, tone: "held" },
  fail: { Icon: CircleAlert, tone: "refused" },
  unknown: { Icon: CircleHelp, tone: "neutral" },
} as const;

type QuestionCardProps = { merchant: string; question: Question };

/** One question with its conditions: passed or not, why, and where to fix it. */
export function QuestionCard({ merchant, question: { question, checks } }: QuestionCardProps) {
  const words = QUESTIONS[question];
  const broken = checks.filter(({ state }) => state === "fail").length;
  return (
    <section className="tg-surface tg-check-card" aria-label={words.title}>
      <header>
        <h2>{words.title}</h2>
        {broken === 0 ? (
          <Badge tone="credit">{WORDS.fine}</Badge>
        ) : (
          <Badge tone="refused">{WORDS.broken(broken)}</Badge>
        )}
      </header>
      <ul>
        {checks.map((check) => (
          <CheckLine key={check.code} merchant={merchant} check={check} />
        ))}
      </ul>
    </section>
  );
}

function CheckLine({ merchant, check }: { merchant: string; check: Check }) {
  const { Icon, tone } = STATES[check.state];
  const words = CHECKS[check.code];
  return (
    <li data-tone={tone}>
      <Icon size={16} role="img" aria-label={WORDS.states[check.state]} />
      <div>
        <span className="tg-check-title">{words?.title ?? check.code}</span>
        <p>
          <Said text={words?.says(check.state, check.facts) ?? ""} />
        </p>
      </div>
      {check.path === null || check.state === "pass" ? null : (
        <Link href={route(`/m/${merchant}${check.path}`)} className="tg-check-fix">
          {words?.fix ?? WORDS.look}
        </Link>
      )}
    </li>
  );
}

const INSTANT = /(\d{4}-\d\d-\d\dT[\d:.]+Z)/;

/** A sentence in which instants are written in the merchant's zone. */
function Said({ text }: { text: string }) {
  return text
    .split(INSTANT)
    .map((part, place) => (
      <Fragment key={place}>{INSTANT.test(part) ? <Instant at={new Date(part)} /> : part}</Fragment>
    ));
}
