"use client";

import "@mantine/spotlight/styles.layer.css";
import { Spotlight, type SpotlightActionGroupData, type SpotlightFilterFunction } from "@mantine/spotlight";
import { Search } from "lucide-react";
import { useRouter } from "next/navigation";
import { route } from "@/components/ui/route";
import { availableItems, type Command, type Find, type NavSection } from "./shell-model";
import { useFound } from "./use-found";

type CommandPaletteProps = {
  sections: readonly NavSection[];
  commands: readonly Command[];
  /** Asks the server for things by id or words. */
  find: Find;
};

/** Groups whose entries the server chose: they match by what is inside them, not by their label. */
const FOUND = "found:";

/** ⌘K or Ctrl-K: every place and action by name, and what the server finds by id or words. */
export default function CommandPalette({ sections, commands, find }: CommandPaletteProps) {
  const router = useRouter();
  const { found, searching, search } = useFound(find);
  const places: Command[] = availableItems(sections).map(({ label, href, icon }) => ({
    id: href,
    label,
    group: "Go to",
    href,
    icon,
  }));
  const follow = ({ href, run }: Command) => {
    if (href) router.push(route(href));
    run?.();
  };
  const results = found.map((each) => ({ ...each, id: `${FOUND}${each.id}` }));

  return (
    <Spotlight
      actions={inGroups([...places, ...commands, ...results], follow)}
      filter={matching}
      onQueryChange={search}
      shortcut={null}
      nothingFound={searching ? "Searching …" : "Nothing by this name, id or words"}
      highlightQuery
      scrollable
      maxHeight={420}
      radius="md"
      size={600}
      overlayProps={{ blur: 0 }}
      attributes={{
        content: { "aria-label": "Search or jump to" },
        search: { "aria-label": "Search or jump to" },
      }}
      searchProps={{
        leftSection: <Search size={16} aria-hidden />,
        placeholder: "Jump to a page, or find a log, customer, order or key …",
      }}
    />
  );
}

/** Places and actions by the words they are called; what the server found stays as it is. */
const matching: SpotlightFilterFunction = (query, actions) => {
  const words = query.trim().toLowerCase().split(/\s+/u);
  return actions.flatMap((group) => {
    if (!("actions" in group)) return [];
    const kept = group.actions.filter(({ id, label, keywords }) => {
      const text = `${label ?? ""} ${Array.isArray(keywords) ? keywords.join(" ") : ""}`.toLowerCase();
      return id.startsWith(FOUND) || words.every((word) => text.includes(word));
    });
    return kept.length === 0 ? [] : [{ ...group, actions: kept }];
  });
};

function inGroups(
  commands: readonly Command[],
  follow: (command: Command) => void,
): SpotlightActionGroupData[] {
  const groups = [...new Set(commands.map(({ group }) => group))];
  return groups.map((group) => ({
    group,
    actions: commands
      .filter((command) => command.group === group)
      .map((command) => ({
        id: command.id,
        label: command.label,
        description: command.description ?? "",
        leftSection: command.icon,
        keywords: [...(command.keywords ?? [])],
        onClick: () => follow(command),
      })),
  }));
}
