import { describe, expect, it } from "vitest";
import { differences, withChanges } from "./settings-change";

const current = { name: "Acme", quotaMessage: null, dashboardUrl: "https://acme.example" };

describe("changing settings", () => {
  it("puts in what is given, null included, and leaves the rest", () => {
    expect(
      withChanges<Record<string, string | null>>(current, { name: "Acme Ltd", dashboardUrl: null }),
    ).toEqual({
      name: "Acme Ltd",
      quotaMessage: null,
      dashboardUrl: null,
    });
    expect(withChanges(current, { name: undefined })).toEqual(current);
  });

  it("tells what differs, and nothing when nothing does", () => {
    expect(
      differences<Record<string, string | null>>(current, {
        ...current,
        name: "Acme Ltd",
        quotaMessage: "Sorry.",
      }),
    ).toEqual({
      name: { from: "Acme", to: "Acme Ltd" },
      quotaMessage: { from: null, to: "Sorry." },
    });
    expect(differences(current, { ...current })).toEqual({});
  });
});
