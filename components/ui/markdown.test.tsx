import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { Markdown } from "./markdown";

const html = (text: string, mark?: Parameters<typeof Markdown>[0]["mark"]) =>
  renderToStaticMarkup(<Markdown text={text} mark={mark} />);

describe("a stored text, formatted", () => {
  it("keeps HTML as text and refuses addresses that run", () => {
    const page = html("<script>alert(1)</script> <img src=x onerror=alert(1)>\n\n[go](javascript:alert(1))");
    expect(page).not.toMatch(/<script|<img|="javascript:/);
    expect(page).toContain("&lt;script&gt;");
  });

  it("lets links leave without a trace", () => {
    expect(html("[go](https://example.com)")).toContain(
      '<a href="https://example.com" target="_blank" rel="noopener noreferrer nofollow">',
    );
  });

  it("loads no image from elsewhere by itself, not even from this site", () => {
    for (const address of ["https://spy.example/pixel.gif", "/api/auth/signout", "//spy.example/x"]) {
      expect(html(`![pixel](${address})`)).not.toContain("<img");
    }
    expect(html("![dot](data:image/png;base64,iVBORw0KGgo=)")).toContain("<img");
    expect(html("![dot](data:image/svg+xml;base64,PHN2Zz4=)")).not.toContain("<img");
  });

  it("formats tables, lists and code, and no heading that would compete with the page's", () => {
    const page = html("# Title\n\n- [x] done\n\n`code`\n\n| a | b |\n| - | - |\n| 1 | 2 |");
    for (const tag of ["<ul", "<code>", "<td>", "☑"]) expect(page).toContain(tag);
    expect(page).not.toMatch(/<h\d|<input/);
  });

  it("highlights inside the formatting", () => {
    const mark = (text: string) =>
      text.split(/(walnut)/).map((each) => ({ text: each, hit: each === "walnut" }));
    expect(html("a **walnut table**", mark)).toContain("<strong><mark>walnut</mark> table</strong>");
  });

  it("shows what is made to trouble a reader as it is, at once", () => {
    for (const hostile of [
      ">".repeat(12_000),
      "[a](b)".repeat(2_000),
      "*a ".repeat(4_000),
      "x".repeat(100_000),
    ]) {
      const before = performance.now();
      expect(html(hostile)).toContain("tg-text");
      expect(performance.now() - before).toBeLessThan(5_000);
    }
  });
});
