"use client";

import { SegmentedControl } from "@mantine/core";
import Link from "next/link";
import { useState } from "react";
import { CodeBlock, route, Section } from "@/components/ui";
import {
  embedSnippet,
  iframeSnippet,
  pageAddress,
  shortcodeOf,
  type SnippetOptions,
} from "@/lib/portal/core";
import { EMBED } from "./words";

const KINDS = ["script", "frame", "shortcode", "link"] as const;
type Kind = (typeof KINDS)[number];

type SnippetsProps = { place: { url: string; slug: string }; options: SnippetOptions };

/** What to copy to have the page on one's own site, with the options that are being changed. */
export function EmbedSnippets({ place, options }: SnippetsProps) {
  const [kind, setKind] = useState<Kind>("script");
  return (
    <Section title={EMBED.title} description={EMBED.help}>
      <SegmentedControl
        aria-label={EMBED.kindsLabel}
        value={kind}
        data={KINDS.map((value) => ({ value, label: EMBED.kinds[value] }))}
        onChange={(value) => setKind(KINDS.find((each) => each === value) ?? "script")}
      />
      <CodeBlock code={codeOf(kind, place, options)} title={EMBED.kinds[kind]} wrap />
      <p className="tg-portal-note">{EMBED.notes[kind]}</p>
      {kind === "shortcode" ? (
        <p>
          <a href="/wordpress/tollgate-usage.php" download>
            {EMBED.plugin}
          </a>
        </p>
      ) : null}
      <p className="tg-portal-note">
        {EMBED.place} <Link href={route(`/m/${place.slug}/settings/general`)}>{EMBED.placeLink}</Link>
      </p>
    </Section>
  );
}

function codeOf(kind: Kind, place: SnippetsProps["place"], options: SnippetOptions): string {
  switch (kind) {
    case "script":
      return embedSnippet(place, options);
    case "frame":
      return iframeSnippet(place, options);
    case "shortcode":
      return shortcodeOf(options);
    case "link":
      return pageAddress(place, options);
  }
}
