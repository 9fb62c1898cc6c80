import { OPTION_NAMES, type OptionName } from "./options";

/** Options as an embedding page says them; only what differs from the merchant's settings is there. */
export type SnippetOptions = Partial<Record<OptionName, string>>;

type Place = { readonly url: string; readonly slug: string };

/** The address of the page with these options. */
export function pageAddress({ url, slug }: Place, options: SnippetOptions): string {
  const address = new URL(`/usage/${encodeURIComponent(slug)}`, url);
  for (const name of OPTION_NAMES) {
    const value = options[name];
    if (value !== undefined) address.searchParams.set(name, value);
  }
  return address.toString();
}

/** One script tag that shows the page where it stands. */
export function embedSnippet(place: Place, options: SnippetOptions): string {
  const attributes = OPTION_NAMES.flatMap((name) => {
    const value = options[name];
    return value === undefined ? [] : [`\n  data-${name}="${escaped(value)}"`];
  });
  const source = `${place.url}/embed.js`;
  return `<script\n  src="${escaped(source)}"\n  data-merchant="${escaped(place.slug)}"\n  data-token="SIGNED-TOKEN"${attributes.join("")}\n  async\n></script>`;
}

/** The same as a frame, for pages that allow no script. */
export function iframeSnippet(place: Place, options: SnippetOptions): string {
  const address = new URL(pageAddress(place, options));
  address.searchParams.set("token", "SIGNED-TOKEN");
  return `<iframe\n  src="${escaped(address.toString())}"\n  title="Credits and usage"\n  style="width: 100%; height: 720px; border: 0"\n  referrerpolicy="strict-origin"\n></iframe>`;
}

/** The WordPress plugin's shortcode. */
export function shortcodeOf(options: SnippetOptions): string {
  const attributes = OPTION_NAMES.flatMap((name) => {
    const value = options[name];
    return value === undefined ? [] : [` ${name}="${value.replaceAll('"', "”").replaceAll(/[[\]]/g, "")}"`];
  });
  return `[tollgate_usage${attributes.join("")}]`;
}

function escaped(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll('"', "&quot;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;");
}
