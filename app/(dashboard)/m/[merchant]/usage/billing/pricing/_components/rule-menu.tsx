"use client";

import { ActionIcon, Menu } from "@mantine/core";
import { Copy, Ellipsis, Pencil, Trash2 } from "lucide-react";
import { useUrlState } from "@/components/ui";
import type { RuleRow } from "./rule-row";
import { useDeleteRule } from "./use-delete-rule";
import { WORDS } from "./words";

type RuleMenuProps = { merchant: string; rule: RuleRow };

/** What can be done with one rule, in its row. */
export function RuleMenu({ merchant, rule }: RuleMenuProps) {
  const { hrefBeside, navigate } = useUrlState();
  const name = `${rule.usage}, ${rule.model}`;
  const remove = useDeleteRule(merchant, { id: rule.id, name });
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon size="sm" aria-label={WORDS.actions.of(name)}>
          <Ellipsis size={16} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item
          leftSection={<Pencil size={14} aria-hidden />}
          onClick={() => navigate(hrefBeside({ rule: rule.id }))}
        >
          {WORDS.actions.edit}
        </Menu.Item>
        <Menu.Item
          leftSection={<Copy size={14} aria-hidden />}
          onClick={() => navigate(hrefBeside({ new: rule.id }))}
        >
          {WORDS.actions.duplicate}
        </Menu.Item>
        <Menu.Item leftSection={<Trash2 size={14} aria-hidden />} onClick={remove}>
          {WORDS.actions.delete}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
