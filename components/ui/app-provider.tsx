"use client";

import { MantineProvider } from "@mantine/core";
import { ModalsProvider } from "@mantine/modals";
import { Notifications } from "@mantine/notifications";
import type { ReactNode } from "react";
import { NavigationProvider } from "./navigation";
import { resolveVariables, theme } from "./theme";
import { TipLayer } from "./tip-layer";
import { useReadyMark } from "./use-ready-mark";

/** Everything a page stands on: theme, dialogs, messages, tips, and one transition for changes of the address. */
export function AppProvider({ children }: { children: ReactNode }) {
  useReadyMark("page");
  return (
    <MantineProvider theme={theme} cssVariablesResolver={resolveVariables} defaultColorScheme="auto">
      <ModalsProvider>
        <NavigationProvider>{children}</NavigationProvider>
      </ModalsProvider>
      {/* On the left: what people answer with, in drawers and dialogs, stands on the right. */}
      <Notifications position="bottom-left" />
      <TipLayer />
    </MantineProvider>
  );
}
