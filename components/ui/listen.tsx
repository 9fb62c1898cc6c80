"use client";

import { useInterval } from "@mantine/hooks";
import { useRouter } from "next/navigation";

const EVERY_MILLIS = 4_000;

/** Reads the page anew every few seconds while it is looked at. For places that wait for their first row. */
export function Listen() {
  const router = useRouter();
  useInterval(
    () => {
      if (document.visibilityState === "visible") router.refresh();
    },
    EVERY_MILLIS,
    { autoInvoke: true },
  );
  return null;
}
