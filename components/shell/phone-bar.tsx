"use client";

import { Drawer } from "@mantine/core";
import { Menu as MenuIcon, Search } from "lucide-react";
import { useState } from "react";
import { openCommands } from "./open-commands";
import { openKeyHelp } from "./key-help";
import { NavList } from "./nav-list";
import { PersonMenu } from "./person-menu";
import type { FrameProps } from "./rail";
import { WorkspaceMenu } from "./workspace-menu";

/** The frame on a phone: a bar above, all places in a sheet from below. */
export function PhoneBar({ sections, workspace, workspaces, person, signOut, current }: FrameProps) {
  const [open, setOpen] = useState(false);
  return (
    <header className="tg-phone-bar">
      <button type="button" className="tg-phone-button" aria-label="Open menu" onClick={() => setOpen(true)}>
        <MenuIcon size={18} aria-hidden />
      </button>
      <span className="tg-phone-title tg-cut">{current?.label ?? workspace.name}</span>
      <button type="button" className="tg-phone-button" aria-label="Search" onClick={openCommands}>
        <Search size={18} aria-hidden />
      </button>
      <Drawer
        opened={open}
        onClose={() => setOpen(false)}
        position="bottom"
        size="auto"
        title="Menu"
        radius="xl"
        classNames={{ content: "tg-sheet-content" }}
      >
        <div className="tg-sheet">
          <WorkspaceMenu workspace={workspace} workspaces={workspaces} />
          <NavList sections={sections} current={current} onNavigate={() => setOpen(false)} />
          <PersonMenu person={person} signOut={signOut} openKeys={() => openKeyHelp(sections)} />
        </div>
      </Drawer>
    </header>
  );
}
