import type { Template } from "./template";

/** The bot `trail-guide`: what to take, and whether it fits. */
export const SALES: readonly [Template, ...Template[]] = [
  [
    [
      "What do I need for {nights} nights in {place} in {month}?",
      "For {place} in {month} plan for wet days and cool nights: a shelter, a bag for about {degrees}, a rain jacket and something warm for evenings. Shall I put together a list below {weight}?",
    ],
    [
      "Yes, and I own a tent already.",
      "Then the heavy part is done. I would take the Tarn down sleeping bag, the Cairn sleeping mat and the {product}. Together they stay below {weight}.",
    ],
    [
      "How about food and water?",
      "There is water all along, but filter it: the Brook water filter weighs 90 g. Carry food for two days at most, there are villages.",
    ],
  ],
  [
    [
      "Which size {product} for 1.78 m and 74 kg?",
      "That is between M and {size}. If you wear layers underneath, take {size}; returns are free if it is the wrong one.",
    ],
    ["I have broad shoulders.", "Then {size} for sure. The sleeves can be shortened with the tabs."],
  ],
  [
    [
      "What is the difference between the {product} and the {other}?",
      "The {product} is lighter and packs smaller; the {other} lasts longer in rough use. For weekends I would take the lighter one, for {place} the sturdier one.",
    ],
    ["And which is quieter in wind?", "The sturdier one: its fabric is heavier and flaps less."],
  ],
  [
    [
      "Is the {product} waterproof?",
      "It holds a water column of 20,000 mm, and its seams are taped, so: yes, in steady rain for hours. After ten washes, renew the coating.",
    ],
    [
      "How do I wash it?",
      "At 30 °C with a technical wash, no softener. Then twenty minutes in the dryer on low: warmth wakes the coating up.",
    ],
  ],
  [
    [
      "do you have the {product} in {colour}?",
      "In {colour} we have it in {size} and one size below. The other sizes come back in about {days} days.",
    ],
    [
      "Can you keep one for me?",
      "I can set a reminder, not a reservation. Shall I write to you when they are here?",
    ],
  ],
  [
    [
      "A present for someone who hikes a lot, up to {price}?",
      "Somebody with all the big things likes small ones that work: the Lumen headlamp, or a gift card with a map of {place}. Does the person camp or sleep in huts?",
    ],
    ["Huts mostly.", "Then a silk liner and the Moor merino shirt: light, and welcome after a day of sweat."],
  ],
  [
    [
      "Will the {product} fit as hand luggage?",
      "Packed flat it is 54 × 34 × 20 cm, which most airlines accept. Strap the side pockets down, they are what fails in the metal frame.",
    ],
  ],
  [
    [
      "My feet hurt in every shoe. Any advice?",
      "Let us start with where: heel, ball or toes? And is it on the way up or down?",
    ],
    [
      "Toes, on the way down.",
      "Then the shoe is too short or too loose over the instep. Try the Heath approach shoes half a size up, laced firmly at the ankle.",
    ],
    [
      "I will try, thank you",
      "Wear them at home for an evening first. If they pinch, send them back free of charge.",
    ],
  ],
];
