"use client";

import { Search } from "lucide-react";
import { useRef, useState } from "react";
import { useKey } from "@/components/ui/hotkeys";
import type { Method } from "./api-document";
import { MethodBadge } from "./operation-section";

export type NavGroup = {
  readonly name: string;
  readonly slug: string;
  readonly entries: readonly { id: string; method: Method; path: string; summary: string }[];
};

/** All operations by group, narrowed as you type; `/` goes to the search. */
export function ReferenceNav({ groups }: { groups: readonly NavGroup[] }) {
  const [text, setText] = useState("");
  const input = useRef<HTMLInputElement>(null);
  useKey("/", () => input.current?.select());

  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  const shown = groups
    .map((group) => ({
      ...group,
      entries: group.entries.filter((entry) => matches(group.name, entry, words)),
    }))
    .filter((group) => group.entries.length > 0);

  return (
    <nav className="tg-reference-nav" aria-label="Operations">
      <div className="tg-search">
        <Search size={14} aria-hidden />
        <input
          ref={input}
          type="search"
          aria-label="Search operations"
          placeholder="Search operations"
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
      </div>
      <div className="tg-reference-groups" aria-live="polite">
        {shown.length === 0 ? <p className="tg-quiet">Nothing by this name.</p> : null}
        {shown.map((group) => (
          <div key={group.slug}>
            <a href={`#${group.slug}`} className="tg-reference-group">
              {group.name}
            </a>
            <ul>
              {group.entries.map(({ id, method, summary }) => (
                <li key={id}>
                  <a href={`#${id}`}>
                    <span className="tg-cut">{summary}</span>
                    <MethodBadge method={method} />
                  </a>
                </li>
              ))}
            </ul>
          </div>
        ))}
      </div>
    </nav>
  );
}

function matches(group: string, entry: NavGroup["entries"][number], words: readonly string[]): boolean {
  const text = `${group} ${entry.method} ${entry.path} ${entry.summary}`.toLowerCase();
  return words.every((word) => text.includes(word));
}
