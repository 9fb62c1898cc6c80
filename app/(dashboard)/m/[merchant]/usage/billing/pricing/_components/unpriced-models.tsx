"use client";

import { useState } from "react";
import { StateLink, useUrlState } from "@/components/ui";
import { formatCredits } from "@/lib/kernel/format";
import type { UnpricedPolicy } from "@/lib/pricing/core";
import type { UnpricedModel } from "@/lib/pricing";
import { newRuleFor } from "./pricing-query";
import { nameOf, type Names } from "./names";
import { operationWords, WORDS } from "./words";

type UnpricedModelsProps = {
  models: readonly UnpricedModel[];
  names: Names;
  policy: UnpricedPolicy;
  mayWrite: boolean;
};

const SHOWN = 3;
const { unpriced: words } = WORDS;

/** What ran without a rule, above the rules: one click opens the form for it. */
export function UnpricedModels({ models, names, policy, mayWrite }: UnpricedModelsProps) {
  const [all, setAll] = useState(false);
  if (models.length === 0) return null;
  const shown = all ? models : models.slice(0, SHOWN);
  return (
    <section className="tg-unpriced" data-tone="unpriced" aria-labelledby="unpriced-title">
      <div className="tg-unpriced-head">
        <h2 id="unpriced-title">{words.title}</h2>
        <p>{words.text(words.policies[policy])}</p>
      </div>
      <ul aria-label={words.table}>
        {shown.map((model) => (
          <Line key={newRuleFor(model)} model={model} names={names} mayWrite={mayWrite} />
        ))}
      </ul>
      {models.length > shown.length ? (
        <button type="button" className="tg-price-more" onClick={() => setAll(true)}>
          {words.all(models.length)}
        </button>
      ) : null}
    </section>
  );
}

type LineProps = { model: UnpricedModel; names: Names; mayWrite: boolean };

function Line({ model, names, mayWrite }: LineProps) {
  const { hrefBeside } = useUrlState();
  const media = ["generate", "edit", "video"].includes(model.operation);
  return (
    <li>
      <span className="tg-unpriced-what">
        <strong>{model.model}</strong> <span className="tg-quiet">{model.provider}</span>
        <span>
          {nameOf(names.modules, model.module)} · {operationWords(model.operation)}
        </span>
      </span>
      <span className="tg-num">{words.requests(model.requests)}</span>
      <span className="tg-num tg-quiet">{words.tokens(model.units, media)}</span>
      <span className="tg-num tg-quiet">{words.charged(formatCredits(model.charged, { places: 2 }))}</span>
      {mayWrite ? (
        <StateLink
          className="tg-unpriced-link"
          href={hrefBeside({ new: newRuleFor(model) })}
          aria-label={`${words.price}: ${model.model}`}
        >
          {words.price}
        </StateLink>
      ) : null}
    </li>
  );
}
