"use client";

import { Drawer as MantineDrawer } from "@mantine/core";
import type { ReactNode } from "react";
import { useUrlState } from "./navigation";

type DrawerProps = {
  /** The query parameter that holds what is open: the drawer is open while the address names something. */
  param: string;
  title: ReactNode;
  /** Width on a wide screen; a phone always gives the whole page. */
  width?: number;
  /** What stands beside the title: the way to the next one. */
  actions?: ReactNode;
  children: ReactNode;
};

/** Details over the list they belong to. Open state is the address, so it can be shared, reloaded and left by Back. */
export function Drawer({ param, title, width = 640, actions, children }: DrawerProps) {
  const { params, hrefBeside, navigate } = useUrlState();
  return (
    <MantineDrawer
      opened={Boolean(params.get(param))}
      onClose={() => navigate(hrefBeside({ [param]: null }))}
      title={
        actions ? (
          <>
            {title}
            {actions}
          </>
        ) : (
          title
        )
      }
      size={width}
      classNames={{
        content: "tg-drawer",
        header: "tg-drawer-head",
        title: "tg-drawer-title",
        body: "tg-drawer-body",
      }}
    >
      {children}
    </MantineDrawer>
  );
}
