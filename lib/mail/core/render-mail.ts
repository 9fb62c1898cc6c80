type Part =
  | { readonly kind: "text" | "note"; readonly text: string }
  | { readonly kind: "link"; readonly label: string; readonly url: string };

/** What a mail says (`schemas.ts` says what it may). */
type Content = { readonly subject: string; readonly lang: string; readonly parts: readonly Part[] };

/** Both bodies of a mail: every program shows one of them. */
export type RenderedMail = { readonly text: string; readonly html: string };

const FONT = "font-family:-apple-system,BlinkMacSystemFont,'Segoe UI',Roboto,Helvetica,Arial,sans-serif";
const BUTTON =
  "display:inline-block;padding:10px 16px;border-radius:6px;background:#1f2937;color:#ffffff;text-decoration:none;font-weight:600";

/** Writes a mail as plain text and as HTML that needs no images, scripts or style sheets. */
export function renderMail(mail: Content): RenderedMail {
  return { text: `${mail.parts.map(textOf).join("\n\n")}\n`, html: documentOf(mail) };
}

function textOf(part: Part): string {
  return part.kind === "link" ? `${part.label}:\n${part.url}` : part.text;
}

function documentOf(mail: Content): string {
  return [
    `<!doctype html><html lang="${escapeHtml(mail.lang)}"><head><meta charset="utf-8">`,
    '<meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark">',
    `<title>${escapeHtml(mail.subject)}</title></head><body style="margin:0;padding:24px;${FONT};font-size:15px;line-height:1.5">`,
    `<div style="max-width:560px;margin:0 auto">${mail.parts.map(htmlOf).join("")}</div></body></html>`,
  ].join("");
}

function htmlOf(part: Part): string {
  switch (part.kind) {
    case "text":
      return `<p style="margin:0 0 16px">${lines(part.text)}</p>`;
    case "note":
      return `<p style="margin:0 0 16px;font-size:13px;opacity:0.75">${lines(part.text)}</p>`;
    case "link": {
      const url = escapeHtml(part.url);
      return `<p style="margin:0 0 16px"><a href="${url}" style="${BUTTON}">${escapeHtml(part.label)}</a></p><p style="margin:0 0 16px;font-size:13px;word-break:break-all"><a href="${url}">${url}</a></p>`;
    }
  }
}

function lines(text: string): string {
  return escapeHtml(text).replaceAll("\n", "<br>");
}

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

function escapeHtml(text: string): string {
  return text.replaceAll(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign);
}
