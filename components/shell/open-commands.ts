import { spotlight } from "@mantine/spotlight";

/** Opens the command palette, as ⌘K does. */
export const openCommands = () => spotlight.open();
