import { describe, expect, it } from "vitest";
import { parseExchange } from "./texts";

describe("parseExchange", () => {
  it("takes every text and every solution beside the question as an answer", () => {
    const line = JSON.stringify({
      question: "2 + 2?",
      truth: "4",
      small: { is_correct: false, solution: "5" },
      score: 3,
    });
    expect(parseExchange(line, 1)).toEqual({ question: "2 + 2?", answers: ["4", "5"] });
  });

  it("passes over a question that nobody answered", () => {
    expect(parseExchange('{"question":"Why?"}', 1)).toBeNull();
  });

  it.each(["not json", "[]", '{"answer":"42"}'])("names the line of %s", (line) => {
    expect(() => parseExchange(line, 9)).toThrow("Line 9");
  });
});
