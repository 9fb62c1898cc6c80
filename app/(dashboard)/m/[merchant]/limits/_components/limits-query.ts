import { type ListQuotasInput, listQuotasInput } from "@/lib/quotas/schemas";

type Params = Readonly<Record<string, string | string[] | undefined>>;

const FILTERS = ["module", "audience", "cursor"] as const;

/** The filters of the list as the address holds them; what does not parse counts as not given. */
export function readLimitsQuery(params: Params): ListQuotasInput {
  const given = Object.fromEntries(
    FILTERS.flatMap((name) => {
      const read = listQuotasInput.shape[name].safeParse(params[name]);
      return read.success && read.data !== undefined ? [[name, read.data]] : [];
    }),
  );
  return listQuotasInput.safeParse(given).success ? given : {};
}
