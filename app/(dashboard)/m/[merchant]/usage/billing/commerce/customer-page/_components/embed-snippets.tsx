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
      {kind === "shortcode" ? (
        <WordPressSteps slug={place.slug} />
      ) : (
        <p className="tg-portal-note">{EMBED.notes[kind]}</p>
      )}
      <p className="tg-portal-note">
        {EMBED.place} <Link href={route(`/m/${place.slug}/settings/general`)}>{EMBED.placeLink}</Link>
      </p>
    </Section>
  );
}

/** From nothing to the page in WordPress, in the order in which it is done. */
function WordPressSteps({ slug }: { slug: string }) {
  const { download, upload, secret, secretLink, site, put, before } = EMBED.wordpress;
  return (
    <>
      <ol className="tg-portal-steps">
        <li>
          <a href={`/m/${slug}/usage/billing/commerce/customer-page/plugin`} download>
            {download}
          </a>{" "}
          {upload}
        </li>
        <li>
          <a href="#secret">{secretLink}</a> {secret}
        </li>
        <li>{site}</li>
        <li>{put}</li>
      </ol>
      <p className="tg-portal-note">{before}</p>
    </>
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
