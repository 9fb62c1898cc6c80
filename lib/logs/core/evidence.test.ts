import { expect, it } from "vitest";
import { weaker } from "./evidence";

it("is as weak as its weakest part, whichever comes first", () => {
  expect(weaker("provider_final", "estimated")).toBe("estimated");
  expect(weaker("estimated", "provider_final")).toBe("estimated");
  expect(weaker("manual", "estimated")).toBe("manual");
  expect(weaker("provider_final", "provider_final")).toBe("provider_final");
});
