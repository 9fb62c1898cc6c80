import type { Template } from "./template";

/** The content writer, used by the shop's own people. */
export const WRITING: readonly [Template, ...Template[]] = [
  [
    [
      "Write a product text for the {product}, 80 words, friendly, no superlatives.",
      "You know the moment: the path gets steep and everything that hangs, flaps or rubs becomes loud. The {product} stays quiet. It is cut close, weighs little and has a place for the three things you reach for. In {colour} or charcoal. Repairable, like all we make; spare parts stay available for ten years.",
    ],
    [
      "Shorter, for the category page.",
      "The {product}: close-cut, quiet, repairable. In {colour} and charcoal.",
    ],
  ],
  [
    [
      "Outline for a journal post: first night outside, alone.",
      "1. Why alone is different from outside. 2. Choosing a place within reach of a way out. 3. The list, and what to leave. 4. Noises between two and four. 5. The morning. 6. What to do differently next time.",
    ],
    [
      "Write part 4.",
      "Around two the wind drops and you hear what it covered. Most of it is small and close: a beetle in dry leaves, your own sleeve. Name what you hear, one by one. What has a name lets you sleep.",
    ],
  ],
  [
    [
      "Five subject lines for the autumn newsletter about layers.",
      "1. Warm is a system · 2. Three thin beat one thick · 3. What to wear when it cannot decide · 4. The layer you forget · 5. Cold start, warm finish",
    ],
  ],
  [
    [
      "Translate the care instructions of the {product} to German and French.",
      "DE: Bei 30 °C mit Spezialwaschmittel waschen, keinen Weichspüler verwenden, feucht aufhängen. FR : laver à 30 °C avec une lessive technique, sans adoucissant, et faire sécher suspendu.",
    ],
  ],
  [
    [
      "Rewrite this for people who have never camped: 'The 3000 mm groundsheet obviates a footprint on benign terrain.'",
      "The floor of the tent keeps water out even if you kneel on wet grass. On soft ground you need nothing underneath; on stones, lay something thin below to protect it.",
    ],
  ],
  [
    [
      "FAQ entry: how long does the {product} last?",
      "With normal use on weekends, ten years and more. Straps and zips go first, and we replace both. Tell us when something tears: most repairs cost less than {price}.",
    ],
  ],
];
