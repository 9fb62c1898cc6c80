import { describe, expect, it } from "vitest";
import { imagesOf } from "./response-images";
import { parametersOf } from "./request-parameters";

describe("the parameters of a request", () => {
  it("are its plain values, nested ones by path, and the length of lists", () => {
    const request = {
      model: "gpt-4o",
      temperature: 0.4,
      stream: true,
      reasoning: { effort: "low", deep: { er: 1 } },
      tools: [{}, {}],
      messages: [{ role: "user", content: "a secret" }],
      long: "x".repeat(500),
    };
    expect(parametersOf(request)).toEqual([
      { name: "temperature", value: "0.4" },
      { name: "stream", value: "true" },
      { name: "reasoning.effort", value: "low" },
      { name: "tools", value: "2 given" },
    ]);
  });

  it("are none where no payload was stored, whatever stands there", () => {
    for (const request of [null, undefined, "text", 5, [], {}]) expect(parametersOf(request)).toEqual([]);
  });
});

describe("the images of a response", () => {
  it("are found where providers put them", () => {
    expect(imagesOf({ data: [{ url: "https://a.example/1.png" }, { b64_json: "iVBORw0KGgo=" }] })).toEqual([
      "https://a.example/1.png",
      "data:image/png;base64,iVBORw0KGgo=",
    ]);
    expect(imagesOf({ images: ["https://a.example/2.png"] })).toEqual(["https://a.example/2.png"]);
  });

  it("are never an address that is no image on the web", () => {
    expect(
      imagesOf({ data: [{ url: "javascript:alert(1)" }, { url: "data:text/html,x" }, 5, null] }),
    ).toEqual([]);
    expect(imagesOf({ data: [{ b64_json: "<script>" }] })).toEqual([]);
    for (const response of [null, "x", { data: "x" }]) expect(imagesOf(response)).toEqual([]);
  });
});
