"use client";

import { Button, type ButtonProps } from "@mantine/core";
import Link from "next/link";
import type { ReactNode } from "react";
import { route } from "./route";

type LinkButtonProps = ButtonProps & { href: string; children: ReactNode };

/** A link that looks like a button; server components may use it. */
export function LinkButton({ href, children, ...rest }: LinkButtonProps) {
  return (
    <Button {...rest} component={Link} href={route(href)}>
      {children}
    </Button>
  );
}
