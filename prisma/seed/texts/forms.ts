import type { Template } from "./template";

/** AI forms: one submission, one result. */
export const FORMS: Readonly<Record<"gift-finder" | "tour-planner", readonly [Template, ...Template[]]>> = {
  "gift-finder": [
    [
      [
        "Who is it for: my sister. She likes: {place}, photography. Budget: {price}.",
        "Three ideas for your sister, all within {price}: a padded camera insert that fits the Kestrel 45, the {product}, or a day with our guide near {city}.",
      ],
    ],
    [
      [
        "Who is it for: a colleague who leaves. Likes: cycling, cooking outside. Budget: {price}.",
        "The Ember gas stove with a pot set is the obvious one. With less luggage: a titanium cup, engraved, and a voucher for {price}.",
      ],
    ],
  ],
  "tour-planner": [
    [
      [
        "Region: {place}. Days: {days}. Season: {month}. Fitness: medium.",
        "A plan for {days} days in {place}: an easy first day with 600 m of ascent, then two longer days with huts in between, a rest day at a lake, and the way out by bus. In {month} the high passes can hold snow: have the lower variant ready.",
      ],
    ],
    [
      [
        "Region: {place}. Days: 2. Season: {month}. With children of 6 and 9.",
        "Two short stages of three hours each, both with a stream or a hut on the way. Take the {product} for the smaller one and let the older one carry the map.",
      ],
    ],
  ],
};
