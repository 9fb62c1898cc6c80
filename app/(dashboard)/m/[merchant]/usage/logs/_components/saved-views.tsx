"use client";

import { Button, Menu } from "@mantine/core";
import { Bookmark, Check, Pencil, Plus, Trash2 } from "lucide-react";
import Link from "next/link";
import { route } from "@/components/ui";
import { type SavedView, useViewDialogs, type ViewQuery } from "./use-view-dialogs";
import { VIEWS } from "./words";

type SavedViewsProps = {
  merchant: string;
  views: readonly SavedView[];
  /** What the list shows now, as an address says it. */
  current: ViewQuery;
};

const ICON = { size: 14, "aria-hidden": true } as const;

/** Filters and order that this member keeps under names of their own: opened, saved, renamed and deleted here. */
export function SavedViews({ merchant, views, current }: SavedViewsProps) {
  const { save, rename, remove } = useViewDialogs(merchant);
  const open = views.find((view) => textOf(view.query) === textOf(current));
  return (
    <Menu position="bottom-end" width={240}>
      <Menu.Target>
        <Button variant="default" leftSection={<Bookmark {...ICON} />}>
          <span className="tg-cut tg-saved-name">{open?.name ?? VIEWS.title}</span>
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {views.length === 0 ? <Menu.Label>{VIEWS.none}</Menu.Label> : null}
        {views.map((view) => (
          <Menu.Item
            key={view.id}
            component={Link}
            href={route(`/m/${merchant}/usage/logs?${new URLSearchParams(view.query)}`)}
            rightSection={view === open ? <Check size={14} aria-label={VIEWS.open} /> : null}
          >
            {view.name}
          </Menu.Item>
        ))}
        <Menu.Divider />
        {open ? (
          <>
            <Menu.Item leftSection={<Pencil {...ICON} />} onClick={() => rename(open)}>
              {VIEWS.rename(open.name)}
            </Menu.Item>
            <Menu.Item leftSection={<Trash2 {...ICON} />} onClick={() => remove(open)}>
              {VIEWS.delete(open.name)}
            </Menu.Item>
          </>
        ) : (
          <Menu.Item leftSection={<Plus {...ICON} />} onClick={() => save(current)}>
            {VIEWS.save}
          </Menu.Item>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}

function textOf(query: ViewQuery): string {
  return JSON.stringify(Object.entries(query).sort());
}
