"use client";

import { Button, TextInput } from "@mantine/core";
import { useEffect, useRef, useState } from "react";
import { notifyFailed } from "@/components/ui";
import { OPTION_NAMES, type SnippetOptions } from "@/lib/portal/core";
import type { PortalSettings } from "@/lib/portal/schemas";
import { viewAsCustomerAction } from "./actions";
import { PREVIEW } from "./words";

type PreviewProps = { merchant: string; options: SnippetOptions; saved: PortalSettings };

const PAUSE_MILLIS = 400;

/** The page itself in a frame, with the options as they are being changed, as a guest or as a customer sees it. */
export function PagePreview({ merchant, options, saved }: PreviewProps) {
  const frame = useRef<HTMLIFrameElement>(null);
  const pending = useRef<ReturnType<typeof setTimeout>>(undefined);
  const [customer, setCustomer] = useState("");
  const wanted = JSON.stringify([options, saved]);

  // The frame is another document: following the options is telling it where to go, once they rest for a moment.
  useEffect(() => {
    pending.current = setTimeout(() => showOptions(frame.current, JSON.parse(wanted)[0]), PAUSE_MILLIS);
    return () => clearTimeout(pending.current);
  }, [wanted]);

  const see = async (where: "frame" | "tab") => {
    const answer = await viewAsCustomerAction(merchant, customer.trim());
    if (!answer.ok) return notifyFailed(PREVIEW.failed, answer.error.message);
    const { pathname, search } = new URL(answer.data.url);
    if (where === "tab") {
      window.open(pathname + search, "_blank", "noopener");
      return;
    }
    // A link signs in once: options that still wait to be shown must not cut it off.
    clearTimeout(pending.current);
    frame.current?.contentWindow?.location.replace(pathname + search);
  };

  return (
    <section className="tg-portal-preview" aria-label={PREVIEW.title}>
      <form action={() => see("frame")} className="tg-portal-as">
        <TextInput
          label={PREVIEW.customer}
          value={customer}
          onChange={(event) => setCustomer(event.currentTarget.value)}
        />
        <Button type="submit" variant="default" disabled={customer.trim() === ""}>
          {PREVIEW.see}
        </Button>
        <Button variant="subtle" disabled={customer.trim() === ""} onClick={() => void see("tab")}>
          {PREVIEW.newTab}
        </Button>
      </form>
      <p className="tg-portal-note">{PREVIEW.help}</p>
      <iframe ref={frame} title={PREVIEW.frame} src={`/usage/${merchant}`} />
    </section>
  );
}

/** Keeps the key of the session that the frame's address has, and puts the options in. */
function showOptions(frame: HTMLIFrameElement | null, options: SnippetOptions): void {
  const place = frame?.contentWindow?.location;
  if (!place || !place.href.startsWith("http")) return;
  const address = new URL(place.href);
  for (const name of OPTION_NAMES) {
    const value = options[name];
    if (value === undefined) address.searchParams.delete(name);
    else address.searchParams.set(name, value);
  }
  place.replace(address.pathname + address.search);
}
