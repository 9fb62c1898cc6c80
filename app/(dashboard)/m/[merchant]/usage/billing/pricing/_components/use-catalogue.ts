"use client";

import { useDebouncedValue } from "@mantine/hooks";
import { useEffect, useState } from "react";
import type { CatalogueModel } from "@/lib/pricing";
import { searchCatalogueAction } from "./pricing-actions";

const PAUSE = 200;

type Wanted = { readonly search: string; readonly provider: string };

/** Models that can be priced, as one types; the ones found before stay until others are there. */
export function useCatalogue(merchant: string, { search, provider }: Wanted): readonly CatalogueModel[] {
  const [models, setModels] = useState<readonly CatalogueModel[]>([]);
  const [pausedSearch] = useDebouncedValue(search, PAUSE);
  const [pausedProvider] = useDebouncedValue(provider, PAUSE);
  useEffect(() => {
    let over = false;
    const wanted = { search: pausedSearch, provider: pausedProvider };
    void searchCatalogueAction(merchant, wanted).then((found) => {
      if (found.ok && !over) setModels(found.data);
    });
    return () => {
      over = true;
    };
  }, [merchant, pausedSearch, pausedProvider]);
  return models;
}
