import {
  createTheme,
  type CSSVariablesResolver,
  type MantineColorsTuple,
  type MantineThemeOverride,
} from "@mantine/core";
import { colourVariables } from "./tokens";

const accent: MantineColorsTuple = [
  "#eef4fd",
  "#dce7fa",
  "#b7cef5",
  "#8fb3f0",
  "#6a9bf2",
  "#4a84ea",
  "#2b68d4",
  "#1a5fcc",
  "#1450ae",
  "#0f3f8a",
];
const gray: MantineColorsTuple = [
  "#fbfaf8",
  "#f5f3f0",
  "#f1eeea",
  "#e8e4de",
  "#d3cec6",
  "#aaa39a",
  "#857e75",
  "#6b665e",
  "#5a554e",
  "#1d1b18",
];
const dark: MantineColorsTuple = [
  "#edeae5",
  "#b3ada4",
  "#9d968c",
  "#6e675e",
  "#45413c",
  "#2c2a27",
  "#211f1d",
  "#1a1917",
  "#131211",
  "#0c0b0a",
];

const sans = "var(--tg-font-sans)";

/** The look of every Mantine component: size, radius, type. Colours that change with the scheme are variables. */
export const theme: MantineThemeOverride = createTheme({
  colors: { accent, gray, dark },
  primaryColor: "accent",
  primaryShade: { light: 7, dark: 6 },
  autoContrast: true,
  black: "#1d1b18",
  fontFamily: sans,
  fontFamilyMonospace: "var(--tg-font-mono)",
  fontSizes: { xs: "12px", sm: "13px", md: "14px", lg: "15px", xl: "20px" },
  lineHeights: { xs: "16px", sm: "20px", md: "20px", lg: "24px", xl: "28px" },
  spacing: { xs: "4px", sm: "8px", md: "16px", lg: "24px", xl: "32px" },
  radius: { xs: "4px", sm: "6px", md: "8px", lg: "8px", xl: "12px" },
  defaultRadius: "sm",
  headings: {
    fontFamily: sans,
    fontWeight: "600",
    sizes: {
      h1: { fontSize: "20px", lineHeight: "28px" },
      h2: { fontSize: "15px", lineHeight: "24px" },
      h3: { fontSize: "14px", lineHeight: "20px" },
    },
  },
  cursorType: "pointer",
  respectReducedMotion: true,
  components: {
    Button: { defaultProps: { size: "sm", fw: 500 } },
    ActionIcon: { defaultProps: { variant: "subtle", color: "gray" } },
    TextInput: { defaultProps: { size: "sm" } },
    PasswordInput: { defaultProps: { size: "sm" } },
    Select: { defaultProps: { size: "sm" } },
    Textarea: { defaultProps: { size: "sm" } },
    Menu: {
      defaultProps: {
        shadow: "md",
        radius: "md",
        transitionProps: { duration: 120 },
        withInitialFocusPlaceholder: false,
      },
    },
    Modal: {
      defaultProps: {
        radius: "md",
        centered: true,
        transitionProps: { duration: 150, transition: "fade" },
        attributes: { header: { role: "presentation" } },
        closeButtonProps: { "aria-label": "Close" },
      },
    },
    Drawer: {
      defaultProps: {
        position: "right",
        transitionProps: { duration: 160 },
        attributes: { header: { role: "presentation" } },
        closeButtonProps: { "aria-label": "Close" },
      },
    },
  },
});

const shared = {
  "--mantine-color-body": "var(--tg-canvas)",
  "--mantine-color-text": "var(--tg-ink)",
  "--mantine-color-bright": "var(--tg-ink)",
  "--mantine-color-dimmed": "var(--tg-ink-3)",
  "--mantine-color-placeholder": "var(--tg-ink-3)",
  "--mantine-color-anchor": "var(--tg-accent)",
  "--mantine-color-error": "var(--tg-refused)",
  "--mantine-color-success": "var(--tg-credit)",
  "--mantine-color-default": "var(--tg-surface)",
  "--mantine-color-default-hover": "var(--tg-hover)",
  "--mantine-color-default-color": "var(--tg-ink)",
  "--mantine-color-default-border": "var(--tg-line-strong)",
  "--mantine-color-gray-text": "var(--tg-ink-2)",
  "--mantine-color-gray-light-color": "var(--tg-ink-2)",
  "--mantine-color-gray-light": "var(--tg-subtle)",
  "--mantine-color-gray-light-hover": "var(--tg-hover)",
  "--mantine-shadow-md": "var(--tg-shadow)",
  "--mantine-shadow-xl": "var(--tg-shadow)",
};

/** Joins our tokens and Mantine's variables: Mantine paints with ours. */
export const resolveVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: { ...colourVariables.light, ...shared },
  dark: { ...colourVariables.dark, ...shared },
});
