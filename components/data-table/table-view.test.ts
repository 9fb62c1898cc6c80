import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type ColumnChoice,
  isShown,
  readTableView,
  switchColumn,
  USUAL_VIEW,
  writeTableView,
} from "./table-view";

const choices: ColumnChoice[] = [
  { id: "at", label: "Time", usual: true },
  { id: "who", label: "Who", usual: true },
  { id: "role", label: "Role", usual: false },
];
const shownOf = (view: Parameters<typeof isShown>[0]) =>
  choices.filter((choice) => isShown(view, choice)).map(({ id }) => id);

describe("the view of a table", () => {
  it("comes back from its cookie as it was", () => {
    fc.assert(
      fc.property(
        fc.constantFrom("regular" as const, "compact" as const),
        fc.option(fc.uniqueArray(fc.stringMatching(/^[a-z-]{1,8}$/), { minLength: 1 })),
        (density, columns) => {
          expect(readTableView(writeTableView({ density, columns }))).toEqual({ density, columns });
        },
      ),
    );
  });

  it("is the usual one where a cookie says nothing sensible", () => {
    for (const text of [undefined, "", "x", "~", "regular~<script>", "regular~a..b"]) {
      expect(readTableView(text)).toEqual(USUAL_VIEW);
    }
  });

  it("switches columns, never the last one, and forgets a choice that is the usual one", () => {
    const more = switchColumn(USUAL_VIEW, choices, "role");
    expect(shownOf(more)).toEqual(["at", "who", "role"]);
    expect(switchColumn(more, choices, "role")).toEqual(USUAL_VIEW);

    const one = switchColumn(switchColumn(USUAL_VIEW, choices, "who"), choices, "at");
    expect(shownOf(one)).toEqual(["at"]);
  });
});
