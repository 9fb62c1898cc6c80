import { describe, expect, it } from "vitest";
import { z } from "zod";
import { AppError, ERROR_CODES } from "@/lib/kernel/errors";
import { HTTP_STATUS, toProblem } from "./problem";

describe("toProblem", () => {
  it.each(ERROR_CODES)("answers %s as a problem document of its status", (code) => {
    const { status, headers, body } = toProblem(new AppError(code, "Said so."));

    expect(status).toBe(HTTP_STATUS[code]);
    expect(headers["content-type"]).toBe("application/problem+json");
    expect(body).toEqual({
      type: `urn:problem-type:tollgate:${code}`,
      title: expect.any(String),
      status: HTTP_STATUS[code],
      detail: "Said so.",
      code,
    });
  });

  it("says nothing of an error that nobody foresaw", () => {
    const { status, body } = toProblem(
      new Error("password=hunter2 at /srv/secret.ts", { cause: "SELECT 1" }),
    );

    expect(status).toBe(500);
    expect(body.code).toBe("internal");
    expect(JSON.stringify(body)).not.toMatch(/hunter2|secret|SELECT/);
  });

  it.each([
    Object.assign(new Error("connect ECONNREFUSED 127.0.0.1:5432"), { code: "ECONNREFUSED" }),
    new Error("query failed", { cause: Object.assign(new Error("shutting down"), { code: "57P01" }) }),
    new Error("Connection terminated unexpectedly"),
    Object.assign(new Error("Raw query failed."), {
      code: "P2010",
      meta: { driverAdapterError: { cause: { originalCode: "40P01", kind: "postgres" } } },
    }),
    new AggregateError([Object.assign(new Error("reset"), { code: "ECONNRESET" })]),
  ])("tells a client to repeat when the database is away: %s", (error) => {
    const { status, headers, body } = toProblem(error);

    expect(status).toBe(503);
    expect(headers["retry-after"]).toBe("1");
    expect(body.code).toBe("unavailable");
  });

  it("blames the caller for a text that the database cannot hold", () => {
    const { status, body } = toProblem(
      Object.assign(new Error("invalid byte sequence 0x00"), { code: "22021" }),
    );

    expect(status).toBe(422);
    expect(body.detail).toBe("A text holds a character that cannot be stored.");
  });

  it("carries extensions, a wait and a status of its own, and lets no extension replace a member", () => {
    const error = new AppError("insufficient_credits", "Only 3 are left.", {
      status: 409,
      retryAfterSeconds: 30,
      extensions: { allowed: false, limit: { scope: "balance" }, code: "fine", status: 200 },
    });

    const { status, headers, body } = toProblem(error);

    expect(status).toBe(409);
    expect(headers["retry-after"]).toBe("30");
    expect(body).toMatchObject({
      allowed: false,
      limit: { scope: "balance" },
      code: "insufficient_credits",
      status: 409,
    });
  });

  it("asks for a bearer token where none was good", () => {
    expect(toProblem(new AppError("unauthenticated", "No.")).headers["www-authenticate"]).toMatch(/^Bearer/);
  });
});

describe("the fields of bad input", () => {
  const schema = z.strictObject({
    id: z.string(),
    customer: z.union([z.string(), z.strictObject({ id: z.string().min(1, "must not be empty") })]),
    events: z.array(z.strictObject({ model: z.string() })).optional(),
  });

  function errorsOf(input: unknown) {
    const parsed = schema.safeParse(input);
    return parsed.success ? [] : toProblem(parsed.error).body.errors;
  }

  it("are named by dotted paths, unknown ones included", () => {
    expect(
      errorsOf({ customer: "42", evnets: [], events: [{ model: "m" }, { model: 4, nodel: "x" }] }),
    ).toEqual([
      { path: "id", message: "is required" },
      { path: "events.1.model", message: "expected string, received number" },
      { path: "events.1.nodel", message: "is not a known field" },
      { path: "evnets", message: "is not a known field" },
    ]);
  });

  it("explain the variant that was meant", () => {
    expect(errorsOf({ id: "1", customer: { id: "" } })).toEqual([
      { path: "customer.id", message: "must not be empty" },
    ]);
    expect(errorsOf({ id: "1", customer: 42 })).toEqual([
      { path: "customer", message: "has none of the accepted forms" },
    ]);
  });

  it("make one sentence for people", () => {
    expect(toProblem(schema.safeParse({ customer: "42", x: 1 }).error).body.detail).toBe(
      "id: is required. And 1 more.",
    );
    expect(toProblem(schema.safeParse([]).error).body.detail).toMatch(/^The body: expected object/);
  });
});
