"use client";

import { Image as ImageIcon } from "lucide-react";
import { useState } from "react";

type OutsideImageProps = { src: string; alt: string };

/**
 * An image out of a stored text. One that lies in the text itself is shown; one from elsewhere only on a click, since
 * loading it tells a stranger who reads this and when.
 */
export function OutsideImage({ src, alt }: OutsideImageProps) {
  const [wanted, setWanted] = useState(src.startsWith("data:"));
  if (src === "") return <span className="tg-quiet">{alt || "Image without an address"}</span>;
  if (wanted) {
    return <img className="tg-image" src={src} alt={alt} loading="lazy" referrerPolicy="no-referrer" />;
  }
  return (
    <button type="button" className="tg-small-button" data-tip={src} onClick={() => setWanted(true)}>
      <ImageIcon size={14} aria-hidden />
      Show image {alt ? `“${alt}”` : ""} from {hostOf(src)}
    </button>
  );
}

function hostOf(src: string): string {
  return URL.canParse(src) ? new URL(src).host : "this site";
}
