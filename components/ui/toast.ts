"use client";

import { notifications } from "@mantine/notifications";

const SHARED = { withBorder: true, closeButtonProps: { "aria-label": "Close" } };

/** Says that something was done. */
export function notifyDone(message: string): void {
  notifications.show({ ...SHARED, message, className: "tg-toast", autoClose: 4_000 });
}

/** Says that something failed: what happened, what was not changed, what to do. Stays until it is closed. */
export function notifyFailed(title: string, message: string): void {
  notifications.show({ ...SHARED, title, message, className: "tg-toast tg-toast-failed", autoClose: false });
}
