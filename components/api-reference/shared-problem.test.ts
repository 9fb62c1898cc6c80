import { describe, expect, it } from "vitest";
import { parseOpenApi } from "./parse-openapi";
import { isShared, sharedProblem } from "./shared-problem";

const problem = (...names: string[]) => ({
  description: "Wrong",
  content: {
    "application/problem+json": {
      schema: {
        type: "object",
        properties: Object.fromEntries(names.map((name) => [name, { type: "string" }])),
      },
    },
  },
});

const document = (...errors: object[]) =>
  parseOpenApi({
    paths: Object.fromEntries(
      errors.map((error, place) => [
        `/${place}`,
        { get: { responses: { 200: { description: "Fine" }, 400: error } } },
      ]),
    ),
  });

const errorsIn = (api: ReturnType<typeof document>) =>
  api.groups.flatMap(({ operations }) =>
    operations.flatMap(({ responses }) => responses.flatMap(({ content }) => content ?? [])),
  );

describe("the shape that errors share", () => {
  it("is the one that most of them have, and the others are told from it", () => {
    const api = document(problem("title"), problem("title", "limit"), problem("title"));
    const shared = sharedProblem(api);

    expect(shared?.fields.map(({ name }) => name)).toEqual(["title"]);
    expect(errorsIn(api).map((content) => isShared(content, shared))).toEqual([true, false, true]);
  });

  it("is none where each has its own", () => {
    const api = document(problem("title"), problem("title", "limit"));

    expect(sharedProblem(api)).toBeNull();
    expect(errorsIn(api).some((content) => isShared(content, null))).toBe(false);
  });
});
