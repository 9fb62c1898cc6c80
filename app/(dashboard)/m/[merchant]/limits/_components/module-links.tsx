import { StateLink } from "@/components/ui";
import type { Names } from "./read-names";
import { FORM } from "./words";

type ModuleLinksProps = { merchant: string; module: string | null; names: Names };

/** From a limit to the module it counts in: its settings, and what a request there costs. */
export function ModuleLinks({ merchant, module, names }: ModuleLinksProps) {
  const named = names.modules.find(({ id }) => id === module);
  if (!named) return null;
  const home = `/m/${merchant}`;
  return (
    <p className="tg-quota-help tg-quota-links">
      <StateLink href={`${home}/settings/modules?${new URLSearchParams({ entry: named.id })}`}>
        {FORM.moduleSettings(named.name)}
      </StateLink>
      <StateLink href={`${home}/usage/billing/pricing?${new URLSearchParams({ module: named.id })}`}>
        {FORM.modulePrices}
      </StateLink>
    </p>
  );
}
