"use client";

import { Kbd } from "@mantine/core";
import { modals } from "@mantine/modals";
import { useModKey } from "./use-mod-key";
import { availableItems, type NavSection } from "./shell-model";

const KEYS: readonly (readonly [keys: readonly string[], meaning: string])[] = [
  [["/"], "Search in this list"],
  [["f"], "Filter this list"],
  [["e"], "Export what the list shows"],
  [["j"], "Next row, or the next one in the drawer"],
  [["k"], "Previous row, or the one before in the drawer"],
  [["x"], "Select the row"],
  [["Enter"], "Open the row"],
  [["Esc"], "Close what is open"],
  [["["], "Fold or unfold the rail"],
  [["?"], "Show these keys"],
];

/** The sheet of all keys: those of lists, and `g` with the letter of each place. */
export function openKeyHelp(sections: readonly NavSection[]): void {
  const places = availableItems(sections).flatMap(({ key, label }) =>
    key ? [[["g", key], label] as const] : [],
  );
  modals.open({
    title: "Keyboard shortcuts",
    size: 480,
    children: (
      <div className="tg-keys">
        <PaletteKeys />
        <KeyTable rows={KEYS} />
        <h3>Go to</h3>
        <KeyTable rows={places} />
      </div>
    ),
  });
}

function PaletteKeys() {
  const modKey = useModKey();
  return <KeyTable rows={[[[modKey, "K"], "Search, or jump to anything"]]} />;
}

function KeyTable({ rows }: { rows: readonly (readonly [readonly string[], string])[] }) {
  return (
    <dl>
      {rows.map(([keys, meaning]) => (
        <div key={meaning}>
          <dt>{meaning}</dt>
          <dd>
            {keys.map((key) => (
              <Kbd key={key}>{key}</Kbd>
            ))}
          </dd>
        </div>
      ))}
    </dl>
  );
}
