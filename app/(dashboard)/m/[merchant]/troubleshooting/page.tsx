import "./_components/troubleshooting.css";
import type { Metadata } from "next";
import { PageHeader } from "@/components/ui";
import { requireMember } from "@/lib/auth";
import { type Checked, runChecks } from "@/lib/checks";
import { listModules } from "@/lib/merchants";
import { CheckForm } from "./_components/check-form";
import { QuestionCard } from "./_components/question-card";
import { Unknown } from "./_components/unknown";
import { WORDS } from "./_components/words";

export const metadata: Metadata = { title: WORDS.title };

const LONGEST = { customer: 200, module: 100 };

/** Live checks: why usage does not arrive, has no price, is not shown, is refused after buying, or is not booked. */
export default async function TroubleshootingPage({
  params,
  searchParams,
}: PageProps<"/m/[merchant]/troubleshooting">) {
  const [{ merchant }, address] = await Promise.all([params, searchParams]);
  const ctx = await requireMember(merchant);
  const customer = textOf(address["customer"], LONGEST.customer);
  const module = textOf(address["module"], LONGEST.module);
  const [checked, modules] = await Promise.all([
    runChecks(ctx, { ...(customer ? { customer } : {}), ...(module ? { module } : {}) }),
    listModules(ctx, { limit: 200 }),
  ]);
  return (
    <>
      <PageHeader title={WORDS.title} description={WORDS.about} />
      <CheckForm
        key={`${customer} ${module}`}
        merchant={merchant}
        customer={customer}
        module={module === "" ? null : module}
        modules={modules.data.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <Answer merchant={merchant} checked={checked} />
    </>
  );
}

function Answer({ merchant, checked }: { merchant: string; checked: Checked }) {
  return (
    <>
      {checked.known === false ? <Unknown merchant={merchant} checked={checked} /> : null}
      <div className="tg-checks">
        {checked.questions.map((each) => (
          <QuestionCard key={each.question} merchant={merchant} question={each} />
        ))}
      </div>
      {checked.customer === null ? <p className="tg-quiet">{WORDS.more}</p> : null}
    </>
  );
}

/** A parameter given once; what cannot be stored or is too long counts as not given. */
function textOf(value: string | string[] | undefined, longest: number): string {
  const text = typeof value === "string" ? value.trim() : "";
  return text.length <= longest && !/\p{Cc}|\p{Cs}/u.test(text) ? text : "";
}
