/**
 * Every colour of the product, light and dark, designed apart. Text tones reach 4.5:1 on all four surfaces of
 * their scheme. Meaning hues are used only for meaning: credit in, quota, held, refused or failing, unpriced.
 */
const light = {
  canvas: "#fbfaf8",
  surface: "#ffffff",
  subtle: "#f5f3f0",
  hover: "#f1eeea",
  line: "#e8e4de",
  "line-strong": "#d3cec6",
  ink: "#1d1b18",
  "ink-2": "#5a554e",
  "ink-3": "#6b665e",
  accent: "#1557c0",
  "accent-fill": "#1a5fcc",
  "accent-fill-hover": "#1450ae",
  "accent-soft": "#e9f0fc",
  focus: "#2f6fdd",
  credit: "#18753c",
  "credit-soft": "#e7f4ea",
  "credit-mark": "#2f9e57",
  "debit-mark": "#625c54",
  quota: "#7a3fc4",
  "quota-soft": "#f2ebfb",
  "quota-mark": "#8c5bd4",
  held: "#8a5a00",
  "held-soft": "#fbf1da",
  "held-mark": "#dda12b",
  refused: "#c02626",
  "refused-soft": "#fcebea",
  "refused-mark": "#d64541",
  unpriced: "#b04a00",
  "unpriced-soft": "#fdeee1",
  "unpriced-mark": "#dd6b20",
  "series-1": "#2f6fdd",
  "series-2": "#e3a52c",
  "series-3": "#173a7a",
  "series-4": "#c2457a",
  "series-5": "#7db4ea",
  "series-6": "#7a4a12",
  grid: "#eeebe6",
  shadow: "0 1px 2px rgb(29 27 24 / 4%), 0 8px 28px rgb(29 27 24 / 12%)",
  scrim: "rgb(29 27 24 / 32%)",
} as const;

type Token = keyof typeof light;

const dark: Record<Token, string> = {
  canvas: "#131211",
  surface: "#1a1917",
  subtle: "#211f1d",
  hover: "#272522",
  line: "#2c2a27",
  "line-strong": "#45413c",
  ink: "#edeae5",
  "ink-2": "#b3ada4",
  "ink-3": "#9d968c",
  accent: "#82aef8",
  "accent-fill": "#2b68d4",
  "accent-fill-hover": "#3a77e2",
  "accent-soft": "#1b2740",
  focus: "#6a9bf2",
  credit: "#5cc487",
  "credit-soft": "#17291e",
  "credit-mark": "#45a86c",
  "debit-mark": "#8f887e",
  quota: "#bb95f2",
  "quota-soft": "#271f36",
  "quota-mark": "#9a72db",
  held: "#e3b04b",
  "held-soft": "#2d2513",
  "held-mark": "#c99433",
  refused: "#f58a84",
  "refused-soft": "#351c1b",
  "refused-mark": "#d95c56",
  unpriced: "#f2995a",
  "unpriced-soft": "#33200f",
  "unpriced-mark": "#d97a34",
  "series-1": "#6a9bf2",
  "series-2": "#f0c063",
  "series-3": "#3e67b8",
  "series-4": "#c98a2a",
  "series-5": "#b4d4fa",
  "series-6": "#8f6420",
  grid: "#262421",
  shadow: "0 0 0 1px rgb(255 255 255 / 5%), 0 10px 32px rgb(0 0 0 / 55%)",
  scrim: "rgb(0 0 0 / 56%)",
};

/** The tokens as CSS custom properties (`--tg-ink`, …), each scheme with its own values. */
export const colourVariables = { light: asVariables(light), dark: asVariables(dark) };

function asVariables(tokens: Record<Token, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(tokens).map(([name, value]) => [`--tg-${name}`, value]));
}

/** What a colour may mean. `neutral` says nothing, `accent` asks for action. */
export type Tone = "neutral" | "accent" | "credit" | "quota" | "held" | "refused" | "unpriced";
