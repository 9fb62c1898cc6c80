import { describe, expect, it } from "vitest";
import { mailShape } from "../schemas";
import { renderMail } from "./render-mail";

const mail = mailShape.parse({
  to: "mia@example.com",
  subject: "Join <Acme>",
  parts: [
    { kind: "text", text: "Hello,\n<b>Acme</b> & friends invite you." },
    { kind: "link", label: "Accept", url: 'https://example.com/welcome?token=a&b="c"' },
    { kind: "note", text: "Good for 7 days." },
  ],
});

describe("a mail", () => {
  it("is readable as plain text, its link whole on a line of its own", () => {
    expect(renderMail(mail).text).toBe(
      'Hello,\n<b>Acme</b> & friends invite you.\n\nAccept:\nhttps://example.com/welcome?token=a&b="c"\n\nGood for 7 days.\n',
    );
  });

  it("carries what people wrote as text, never as HTML", () => {
    const { html } = renderMail(mail);

    expect(html).toContain("Hello,<br>&lt;b&gt;Acme&lt;/b&gt; &amp; friends");
    expect(html).toContain('href="https://example.com/welcome?token=a&amp;b=&quot;c&quot;"');
    expect(html).toContain("<title>Join &lt;Acme&gt;</title>");
    expect(html).not.toContain("<b>");
  });

  it.each(["Two\r\nBcc: everybody@example.com", "Nul\u0000", ""])(
    "has a subject of one line: %j is refused",
    (subject) => {
      expect(mailShape.safeParse({ ...mail, subject }).success).toBe(false);
    },
  );

  it("links to web addresses alone", () => {
    const parts = [{ kind: "link", label: "Go", url: "javascript:alert(1)" }];
    expect(mailShape.safeParse({ ...mail, parts }).success).toBe(false);
  });
});
