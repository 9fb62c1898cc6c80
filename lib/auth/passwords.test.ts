import { describe, expect, it } from "vitest";
import { hashPassword, isPasswordOf } from "./passwords";

describe("passwords", () => {
  it("are kept as argon2id hashes of 19 MiB, two passes, one lane", async () => {
    const kept = await hashPassword("correct horse");

    expect(kept).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(await isPasswordOf(kept, "correct horse")).toBe(true);
    expect(await isPasswordOf(kept, "correct horsf")).toBe(false);
    expect(await hashPassword("correct horse")).not.toBe(kept);
  });

  it("are nobody's without a hash, however long it takes to say so", async () => {
    for (const password of ["", "anything", "0".repeat(43)]) {
      expect(await isPasswordOf(null, password)).toBe(false);
    }
  });

  it.each(["short", "x".repeat(201)])("refuses to keep %j", async (password) => {
    await expect(hashPassword(password)).rejects.toThrow(expect.objectContaining({ name: "ZodError" }));
  });
});
