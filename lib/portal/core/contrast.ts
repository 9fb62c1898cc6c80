type Rgb = readonly [number, number, number];

/** The least favourable of the surfaces that text stands on, light and dark; and what stands on the colour itself. */
const LIGHT_SURFACE = "#f5f3f0";
const DARK_SURFACE = "#211f1d";
const ON_FILL = ["#ffffff", "#000000"] as const;
/** WCAG 2.2 §1.4.3: the least contrast of text. */
const LEAST_CONTRAST = 4.5;
/** WCAG 2.2 §1.4.11: the least contrast of what tells a control from what it stands on. */
const LEAST_CONTRAST_OF_SHAPES = 3;
const LINE_ON_LIGHT = "#7a736a";
const LINE_ON_DARK = "#8d867c";
const STEPS = 40;

/** A merchant's colour, made readable: as a filled button, as text on light and on dark. */
type AccentColours = {
  readonly fill: string;
  readonly onFill: string;
  readonly onLight: string;
  readonly onDark: string;
  /** Around a filled button: the fill itself, or a line that is seen where the fill is much like the page. */
  readonly lineOnLight: string;
  readonly lineOnDark: string;
};

/**
 * What a colour becomes on the page. The fill is the colour as it is, under white or black, whichever reads better; as
 * text it is moved towards black or white as little as reaches 4.5:1.
 */
export function accentColours(colour: string): AccentColours {
  const [white, black] = ON_FILL;
  return {
    fill: colour,
    onFill: contrastOf(colour, white) >= contrastOf(colour, black) ? white : black,
    onLight: readable(colour, LIGHT_SURFACE, "#000000"),
    onDark: readable(colour, DARK_SURFACE, "#ffffff"),
    lineOnLight: isSeen(colour, LIGHT_SURFACE) ? colour : LINE_ON_LIGHT,
    lineOnDark: isSeen(colour, DARK_SURFACE) ? colour : LINE_ON_DARK,
  };
}

/** The contrast of two colours, 1 to 21 (WCAG 2.2, "contrast ratio"). Colours are "#rrggbb". */
export function contrastOf(a: string, b: string): number {
  const [first, second] = [luminanceOf(a), luminanceOf(b)];
  return (Math.max(first, second) + 0.05) / (Math.min(first, second) + 0.05);
}

function isSeen(colour: string, surface: string): boolean {
  return contrastOf(colour, surface) >= LEAST_CONTRAST_OF_SHAPES;
}

function readable(colour: string, surface: string, towards: string): string {
  for (let step = 0; step <= STEPS; step += 1) {
    const mixed = mix(colour, towards, step / STEPS);
    if (contrastOf(mixed, surface) >= LEAST_CONTRAST) return mixed;
  }
  return towards;
}

function mix(from: string, to: string, share: number): string {
  const [a, b] = [rgbOf(from), rgbOf(to)];
  const parts = a.map((part, place) => Math.round(part + ((b[place] ?? 0) - part) * share));
  return `#${parts.map((part) => part.toString(16).padStart(2, "0")).join("")}`;
}

function luminanceOf(colour: string): number {
  const [red, green, blue] = rgbOf(colour);
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
}

function linear(part: number): number {
  const share = part / 255;
  return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
}

function rgbOf(colour: string): Rgb {
  const value = Number.parseInt(colour.slice(1), 16);
  return [(value >> 16) & 0xff, (value >> 8) & 0xff, value & 0xff];
}
