import type { Seeded } from "@/lib/server/traffic/seeded";

type Passage = readonly [source: string, preview: string];

const PASSAGES: readonly [Passage, ...Passage[]] = [
  [
    "help/returns.md",
    "Sixty days to send things back, unused or used with care. Labels are in the account; a refund takes two to nine days.",
  ],
  [
    "help/delivery.md",
    "Orders placed before noon leave the same day. Parcels above €80 travel free; express is €11.90.",
  ],
  [
    "help/warranty.md",
    "Zips, seams and buckles are covered for five years. The workshop repairs first and replaces second.",
  ],
  [
    "help/payments.md",
    "A card reservation that was not used disappears by itself. Vouchers cannot be combined with sale prices.",
  ],
  [
    "guides/sizes.md",
    "Measure the chest below the arms. Between two sizes, take the larger one if you wear layers.",
  ],
  [
    "guides/layers.md",
    "Wool on the skin, fleece above it, a shell against wind and rain; one more layer for breaks.",
  ],
  [
    "guides/sleeping.md",
    "The comfort limit of a bag counts for people who sleep cold; the mat matters as much as the bag.",
  ],
  [
    "products/care-labels.csv",
    "Wash at 30 °C with technical detergent, no softener; tumble on low to restore the coating.",
  ],
];

/** What a search of the knowledge base brought, best first; now and then nothing that fits. */
export function drawScores(random: Seeded): object[] {
  const best = random.weighted([
    [4, 0.91],
    [4, 0.8],
    [2, 0.62],
    [1, 0.41],
  ]);
  return Array.from({ length: random.between(1, 4) }, (_, rank) => {
    const [source, preview] = random.pick(PASSAGES);
    const score = Math.max(0.05, best - rank * 0.06 - random.next() * 0.06);
    return { provider: "pinecone", source, score: Math.round(score * 1_000) / 1_000, preview };
  });
}
