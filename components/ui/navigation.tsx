"use client";

import { usePathname, useRouter, useSearchParams } from "next/navigation";
import { createContext, type ReactNode, use, useCallback, useMemo, useTransition } from "react";
import { route } from "./route";
import { type ParamPatch, patchParams, patchParamsInPlace } from "./url-params";

type NavigateOptions = { readonly replace?: boolean; readonly scroll?: boolean };

type Navigation = {
  /** True from the click until the new page is on screen: the old one stays, dimmed. */
  readonly pending: boolean;
  readonly navigate: (href: string, options?: NavigateOptions) => void;
};

const NavigationContext = createContext<Navigation>({ pending: false, navigate: () => undefined });

/** Every change of the address that keeps the page goes through one transition, which tables and charts show. */
export function NavigationProvider({ children }: { children: ReactNode }) {
  const router = useRouter();
  const [pending, startTransition] = useTransition();

  const navigate = useCallback(
    (href: string, { replace = false, scroll = false }: NavigateOptions = {}) => {
      startTransition(() => {
        if (replace) router.replace(route(href), { scroll });
        else router.push(route(href), { scroll });
      });
    },
    [router],
  );

  const value = useMemo(() => ({ pending, navigate }), [pending, navigate]);
  return <NavigationContext value={value}>{children}</NavigationContext>;
}

export function useNavigation(): Navigation {
  return use(NavigationContext);
}

/**
 * The state of a view as it stands in the address. `hrefWith` returns to a list's first page, `hrefBeside` keeps
 * its place; `set` goes there. Reads the search params: use it below a Suspense boundary.
 */
export function useUrlState() {
  const params = useSearchParams();
  const pathname = usePathname();
  const { navigate, pending } = useNavigation();

  const hrefWith = (patch: ParamPatch) => `${pathname}${patchParams(new URLSearchParams(params), patch)}`;
  const hrefBeside = (patch: ParamPatch) =>
    `${pathname}${patchParamsInPlace(new URLSearchParams(params), patch)}`;
  const set = (patch: ParamPatch, options?: NavigateOptions) => navigate(hrefWith(patch), options);

  return { params, pending, hrefWith, hrefBeside, set, navigate };
}
