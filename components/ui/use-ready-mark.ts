import { useEffect } from "react";

/**
 * `<html data-ready>`: from here on the page listens, with "frame" its frame of places and keys too. Who drives it by a
 * program waits for this.
 */
export function useReadyMark(what: "page" | "frame"): void {
  useEffect(() => {
    const { dataset } = document.documentElement;
    if (what === "frame" || dataset["ready"] === undefined) dataset["ready"] = what;
  }, [what]);
}
