import type { Template } from "./template";

/** Automations: nobody waits for them. */
export const AUTOMATION: readonly [Template, ...Template[]] = [
  [
    [
      "Summarise {count} new reviews of the {product}.",
      "Liked: weight, fit, colour {colour}. Disliked: the side pocket is hard to reach, instructions too small. {percent} % mention the zip. Nothing urgent.",
    ],
  ],
  [['Tag the new product "{product}" for search.', "hiking, {colour}, lightweight, repairable, {place}"]],
  [
    [
      "Sort {count} incoming messages by topic.",
      "Delivery 41 %, returns 27 %, sizing 18 %, praise 9 %, other 5 %. Two need a person today: order {order} and a complaint about a shop window in {city}.",
    ],
  ],
  [
    [
      "Write alt texts for the pictures of the {product}.",
      "1: the {product} in {colour} on a wooden floor, seen from the front. 2: its side pocket, half open. 3: a person from behind, wearing it on a ridge.",
    ],
  ],
];

/** Recordings that are turned into text, priced by the minute. */
export const TRANSCRIPTS: readonly [Template, ...Template[]] = [
  [
    [
      "Recording of the call about {order}",
      "Caller asks about a delayed parcel, is offered express delivery for the replacement, accepts. Tone: calm at the end.",
    ],
  ],
  [
    [
      "Interview with a guide in {place}",
      "On weather, on turning back, and why the {product} stays at the bottom of the pack.",
    ],
  ],
];
