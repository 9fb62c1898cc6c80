import { accentColours, contrastOf, OPTION_NAMES, type SnippetOptions } from "@/lib/portal/core";
import type { PortalSettings } from "@/lib/portal/schemas";

/** The settings as a form holds them: texts may be empty, sites are lines. */
export type PortalDraft = Omit<
  PortalSettings,
  "title" | "intro" | "buycreditslabel" | "buycreditsurl" | "logoUrl" | "accent" | "origins"
> & {
  readonly title: string;
  readonly intro: string;
  readonly buycreditslabel: string;
  readonly buycreditsurl: string;
  readonly logoUrl: string;
  readonly accent: string;
  readonly origins: string;
};

export function toDraft(settings: PortalSettings): PortalDraft {
  const { title, intro, buycreditslabel, buycreditsurl, logoUrl, accent, origins, ...same } = settings;
  return {
    ...same,
    title: title ?? "",
    intro: intro ?? "",
    buycreditslabel: buycreditslabel ?? "",
    buycreditsurl: buycreditsurl ?? "",
    logoUrl: logoUrl ?? "",
    accent: accent ?? "",
    origins: origins.join("\n"),
  };
}

export function fromDraft(draft: PortalDraft): PortalSettings {
  const text = (value: string) => (value.trim() === "" ? null : value.trim());
  return {
    ...draft,
    title: text(draft.title),
    intro: text(draft.intro),
    buycreditslabel: text(draft.buycreditslabel),
    buycreditsurl: text(draft.buycreditsurl),
    logoUrl: text(draft.logoUrl),
    accent: text(draft.accent)?.toLowerCase() ?? null,
    origins: draft.origins
      .split(/\s+/)
      .map((line) => line.trim())
      .filter((line) => line !== ""),
  };
}

/** The options of mission B53 that differ from what is saved: what a snippet says, and a preview shows. */
export function snippetOptions(saved: PortalSettings, draft: PortalDraft): SnippetOptions {
  const wish = fromDraft(draft);
  const differing = OPTION_NAMES.filter((name) => wish[name] !== saved[name] && wish[name] !== null);
  return Object.fromEntries(differing.map((name) => [name, String(wish[name])]));
}

const COLOUR = /^#[0-9a-f]{6}$/i;

/** How well a colour reads on the page, as the page will use it; null when it is no colour. */
export function contrastsOf(accent: string): { button: string; text: string } | null {
  const colour = accent.trim().toLowerCase();
  if (!COLOUR.test(colour)) return null;
  const { fill, onFill, onLight } = accentColours(colour);
  return { button: rounded(contrastOf(fill, onFill)), text: rounded(contrastOf(onLight, "#ffffff")) };
}

/** Down, so that what does not reach a limit never looks as if it did. */
function rounded(ratio: number): string {
  return (Math.floor(ratio * 10) / 10).toFixed(1);
}
