/** @jsxImportSource hono/jsx */
import { BalanceSection } from "./balance-section";
import { Frame } from "./frame";
import { PackagesSection } from "./packages-section";
import { BuyButton } from "./parts";
import { PurchasesSection } from "./purchases-section";
import { QuotasSection } from "./quotas-section";
import { RequestsSection } from "./requests-section";
import { type SectionName, type SectionProps, sectionOf } from "./section-props";
import { StatementSection } from "./statement-section";
import { UseSection } from "./use-section";

/** The sections by the names that links use; a link's section comes first, so that it is seen without a script. */
const SECTIONS = {
  balance: [BalanceSection, PackagesSection],
  usage: [QuotasSection, UseSection, RequestsSection],
  purchases: [PurchasesSection],
} as const;

/** The customer's page. */
export function PageScreen(props: SectionProps) {
  const { visitor, visit, data } = props;
  const { words, options } = visitor;
  const asked = sectionOf(visitor);
  const title = options.title ?? words.title;
  return (
    <Frame visitor={visitor} visit={visit} title={title}>
      <div class="title">
        <div>
          <h1>{title}</h1>
          <p>{options.intro ?? words.intro}</p>
        </div>
        {data.buyUrl === null ? null : <BuyButton visitor={visitor} url={data.buyUrl} />}
      </div>
      {visitor.query.has("bought") ? (
        <p class="note" role="status">
          {words.boughtJustNow}
        </p>
      ) : null}
      {orderOf(asked).flatMap((name) => SECTIONS[name].map((Part) => <Part {...props} />))}
      <StatementSection {...props} />
    </Frame>
  );
}

function orderOf(asked: SectionName | null): SectionName[] {
  const usual: SectionName[] = ["balance", "usage", "purchases"];
  return asked === null ? usual : [asked, ...usual.filter((name) => name !== asked)];
}
