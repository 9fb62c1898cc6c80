"use client";

import { notifications } from "@mantine/notifications";

/** Says that something failed: what happened, what was not changed, what to do. Stays until it is closed. */
export function notifyFailed(title: string, message: string): void {
  notifications.show({
    title,
    message,
    className: "tg-toast tg-toast-failed",
    withBorder: true,
    autoClose: false,
    closeButtonProps: { "aria-label": "Close" },
  });
}
