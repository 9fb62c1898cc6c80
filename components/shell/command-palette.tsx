"use client";

import "@mantine/spotlight/styles.layer.css";
import { Spotlight, type SpotlightActionGroupData, spotlight } from "@mantine/spotlight";
import { Search } from "lucide-react";
import { useRouter } from "next/navigation";
import { route } from "@/components/ui/route";
import { availableItems, type Command, type NavSection } from "./shell-model";

type CommandPaletteProps = { sections: readonly NavSection[]; commands: readonly Command[] };

export const openCommands = () => spotlight.open();

/** ⌘K or Ctrl-K: every place and action by name. */
export function CommandPalette({ sections, commands }: CommandPaletteProps) {
  const router = useRouter();
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

  return (
    <Spotlight
      actions={inGroups([...places, ...commands], follow)}
      shortcut={["mod + K"]}
      tagsToIgnore={[]}
      nothingFound="Nothing by this name"
      highlightQuery
      scrollable
      maxHeight={380}
      radius="md"
      size={560}
      overlayProps={{ blur: 0 }}
      attributes={{
        content: { "aria-label": "Search or jump to" },
        search: { "aria-label": "Search or jump to" },
      }}
      searchProps={{ leftSection: <Search size={16} aria-hidden />, placeholder: "Search or jump to …" }}
    />
  );
}

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
