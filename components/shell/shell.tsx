"use client";

import "./shell.css";
import "./rail.css";
import "./shell-floating.css";
import "./shell-narrow.css";
import { useHotkeys } from "@mantine/hooks";
import dynamic from "next/dynamic";
import { usePathname } from "next/navigation";
import type { ReactNode } from "react";
import { useKey } from "@/components/ui/hotkeys";
import { useReadyMark } from "@/components/ui/use-ready-mark";
import { Breadcrumbs } from "./breadcrumbs";
import { openKeyHelp } from "./key-help";
import { openCommands } from "./open-commands";
import { PhoneBar } from "./phone-bar";
import { Rail } from "./rail";
import { toggleRail } from "./rail-state";
import {
  type Command,
  crumbsOf,
  currentItem,
  type Find,
  type NavSection,
  type Person,
  type Workspace,
} from "./shell-model";
import { useGoKeys } from "./use-go-keys";

export type ShellProps = {
  sections: readonly NavSection[];
  workspace: Workspace;
  /** Every workspace the person belongs to, this one among them. */
  workspaces: readonly Workspace[];
  person: Person;
  signOut: () => Promise<void>;
  /** What the command palette offers beside the places of the rail. */
  commands?: readonly Command[];
  /** What it asks the server for. */
  find: Find;
  children: ReactNode;
};

// Pages come first; what opens on a key follows.
const CommandPalette = dynamic(() => import("./command-palette"), { ssr: false });

/** The frame of every page of a workspace: the way to all places on the left, the page beside it. */
export function Shell({ children, commands = [], find, ...frame }: ShellProps) {
  const path = usePathname();
  const current = currentItem(frame.sections, path);
  useGoKeys(frame.sections);
  useKey("?", () => openKeyHelp(frame.sections));
  useHotkeys([["mod+K", openCommands]], [], true);
  useKey("[", toggleRail);
  useReadyMark("frame");
  return (
    <div className="tg-shell">
      <a className="tg-skip" href="#main">
        Skip to content
      </a>
      <Rail {...frame} current={current} />
      <PhoneBar {...frame} current={current} />
      <main id="main" className="tg-main" tabIndex={-1}>
        <Breadcrumbs workspace={frame.workspace} crumbs={crumbsOf(frame.sections, path)} />
        {children}
      </main>
      <CommandPalette sections={frame.sections} commands={commands} find={find} />
    </div>
  );
}
