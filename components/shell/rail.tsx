"use client";

import { PanelLeft, Search } from "lucide-react";
import { openCommands } from "./open-commands";
import { openKeyHelp } from "./key-help";
import { NavList } from "./nav-list";
import { PersonMenu } from "./person-menu";
import { toggleRail } from "./rail-state";
import type { NavItem, NavSection, Person, Workspace } from "./shell-model";
import { useModKey } from "./use-mod-key";
import { WorkspaceMenu } from "./workspace-menu";

export type FrameProps = {
  sections: readonly NavSection[];
  workspace: Workspace;
  workspaces: readonly Workspace[];
  person: Person;
  signOut: () => Promise<void>;
  current: NavItem | null;
};

/** The rail of wide screens: workspace above, places, person below; folds to icons. */
export function Rail({ sections, workspace, workspaces, person, signOut, current }: FrameProps) {
  const modKey = useModKey();
  return (
    <aside className="tg-rail" aria-label="Workspace">
      <WorkspaceMenu workspace={workspace} workspaces={workspaces} />
      <button
        type="button"
        className="tg-rail-search"
        onClick={openCommands}
        data-tip={`Search or jump to (${modKey} K)`}
      >
        <Search size={15} aria-hidden />
        <span className="tg-rail-label">Search</span>
        <kbd className="tg-rail-label">{modKey} K</kbd>
      </button>
      <NavList sections={sections} current={current} />
      <div className="tg-rail-foot">
        <PersonMenu person={person} signOut={signOut} openKeys={() => openKeyHelp(sections)} />
        <button
          type="button"
          className="tg-rail-fold"
          onClick={toggleRail}
          aria-label="Fold or unfold the rail"
        >
          <PanelLeft size={15} aria-hidden />
        </button>
      </div>
    </aside>
  );
}
