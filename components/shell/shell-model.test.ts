import { describe, expect, it } from "vitest";
import { crumbsOf, currentItem, initialsOf, type NavSection } from "./shell-model";

const sections: NavSection[] = [
  { items: [{ label: "Overview", href: "/m/acme", icon: null }] },
  {
    label: "Usage",
    items: [
      { label: "Logs", href: "/m/acme/usage/logs", icon: null },
      { label: "Shops", href: "/m/acme/usage/shops", icon: null, available: false },
    ],
  },
];

describe("currentItem", () => {
  it("is the place a page lies under, the closest one", () => {
    expect(currentItem(sections, "/m/acme")?.label).toBe("Overview");
    expect(currentItem(sections, "/m/acme/usage/logs/l1")?.label).toBe("Logs");
  });

  it("is never a place that does not stand yet, nor one of a like-named merchant", () => {
    expect(currentItem(sections, "/m/acme/usage/shops")?.label).toBe("Overview");
    expect(currentItem(sections, "/m/acme-two")).toBeNull();
  });
});

describe("crumbsOf", () => {
  it("names the section and the place, and links the place from the pages below it", () => {
    expect(crumbsOf(sections, "/m/acme/usage/logs")).toEqual([
      { label: "Usage", href: null },
      { label: "Logs", href: null },
    ]);
    expect(crumbsOf(sections, "/m/acme/usage/logs/l1").at(-1)).toEqual({
      label: "Logs",
      href: "/m/acme/usage/logs",
    });
    expect(crumbsOf(sections, "/elsewhere")).toEqual([]);
  });
});

describe("initialsOf", () => {
  it("takes whole letters, whatever the script", () => {
    expect(initialsOf("Acme Tools")).toBe("AT");
    expect(initialsOf("  éclair ")).toBe("É");
    expect(initialsOf("𝒜lpha 𝒷eta gamma")).toBe("𝒜G");
    expect(initialsOf("")).toBe("");
  });
});
