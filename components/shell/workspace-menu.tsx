"use client";

import { Menu } from "@mantine/core";
import { Check, ChevronsUpDown } from "lucide-react";
import Link from "next/link";
import { route } from "@/components/ui/route";
import { initialsOf, type Workspace } from "./shell-model";

type WorkspaceMenuProps = { workspace: Workspace; workspaces: readonly Workspace[] };

/** Which workspace this is, and the way to the others. */
export function WorkspaceMenu({ workspace, workspaces }: WorkspaceMenuProps) {
  const name = (
    <>
      <span className="tg-workspace-mark" aria-hidden="true">
        {initialsOf(workspace.name)}
      </span>
      <span className="tg-workspace-name tg-rail-label">{workspace.name}</span>
    </>
  );
  if (workspaces.length < 2) return <div className="tg-workspace">{name}</div>;
  return (
    <Menu position="bottom-start" width={240} withinPortal={false}>
      <Menu.Target>
        <button type="button" className="tg-workspace" aria-label={`Workspace ${workspace.name}, switch`}>
          {name}
          <ChevronsUpDown size={14} aria-hidden className="tg-rail-label" />
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        {workspaces.map(({ id, name: label, href }) => (
          <Menu.Item
            key={id}
            component={Link}
            href={route(href)}
            rightSection={id === workspace.id ? <Check size={14} aria-label="Current" /> : null}
          >
            {label}
            <div className="tg-quiet tg-workspace-id">{id}</div>
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
