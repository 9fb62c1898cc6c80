import type { Template } from "./template";

export type ImageOperation = "generate" | "edit" | "video";

/** The image generator: prompts, and what was made of them. */
export const IMAGES: Readonly<Record<ImageOperation, readonly [Template, ...Template[]]>> = {
  generate: [
    [
      [
        "A {product} in {colour} on a wet stone, morning light, shallow depth, no people",
        "Two pictures, 1024 × 1024.",
      ],
    ],
    [
      [
        "Header for a post about {place} in {month}: ridge line, fog below, muted colours, space for a title on the left",
        "One picture, 1536 × 1024.",
      ],
    ],
    [
      [
        "Flat illustration of a packing list, hand-drawn look, {colour} and sand only",
        "Four pictures, 1024 × 1024.",
      ],
    ],
  ],
  edit: [
    [
      [
        "Remove the second person from the picture and keep the shadow of the tent",
        "The person is gone; the shadow is untouched.",
      ],
    ],
    [["Change the jacket to {colour}", "The jacket is {colour} now; skin and background kept."]],
  ],
  video: [
    [
      [
        "Six seconds: camera moves slowly around the {product} on moss, soft rain",
        "One clip of six seconds, 720p.",
      ],
    ],
  ],
};
