"use client";

import Link from "next/link";
import type { ComponentProps } from "react";
import { useNavigation } from "./navigation";
import { route } from "./route";

type StateLinkProps = Omit<ComponentProps<typeof Link>, "href" | "onNavigate"> & { href: string };

/** A link that changes the state of the page it is on: a real link, but the page waits dimmed and does not scroll. */
export function StateLink({ href, ...rest }: StateLinkProps) {
  const { navigate } = useNavigation();
  return (
    <Link
      {...rest}
      href={route(href)}
      prefetch={false}
      onNavigate={(event) => {
        event.preventDefault();
        navigate(href, { replace: rest.replace ?? false });
      }}
    />
  );
}
