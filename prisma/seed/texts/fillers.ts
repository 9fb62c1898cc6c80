import type { Seeded } from "@/lib/server/traffic/seeded";

const PRODUCTS = [
  "Kestrel 45 rucksack",
  "Fjell two-person tent",
  "Lumen headlamp",
  "Moor merino shirt",
  "Ridge rain jacket",
  "Tarn down sleeping bag",
  "Skarn trekking poles",
  "Brook water filter",
  "Heath approach shoes",
  "Ember gas stove",
  "Fell fleece hoodie",
  "Cairn sleeping mat",
] as const;

const PLACES = [
  "the Dolomites",
  "the West Highland Way",
  "the Tour du Mont Blanc",
  "Lofoten",
  "the Harz",
  "the Kungsleden",
  "the Lake District",
  "Madeira",
] as const;

const CITIES = ["Leeds", "Graz", "Ghent", "Bergen", "Porto", "Basel", "Utrecht", "Dresden", "Cork"] as const;
const WEEKDAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"] as const;
const MONTHS = ["April", "May", "June", "July", "September", "October"] as const;
const SIZES = ["S", "M", "L", "XL"] as const;
const COLOURS = ["moss green", "slate blue", "rust", "charcoal", "sand"] as const;
const HELPERS = ["Ines", "Tomas", "Priya", "Callum", "Noor"] as const;
const CARRIERS = ["the post", "our courier", "the parcel service"] as const;

/** What may stand in braces in a text. */
export const FILLERS: Readonly<Record<string, (random: Seeded) => string>> = {
  product: (random) => random.pick(PRODUCTS),
  other: (random) => random.pick(PRODUCTS),
  place: (random) => random.pick(PLACES),
  city: (random) => random.pick(CITIES),
  weekday: (random) => random.pick(WEEKDAYS),
  month: (random) => random.pick(MONTHS),
  size: (random) => random.pick(SIZES),
  colour: (random) => random.pick(COLOURS),
  helper: (random) => random.pick(HELPERS),
  carrier: (random) => random.pick(CARRIERS),
  order: (random) => `TW-${random.between(40_000, 69_999)}`,
  price: (random) => `€${random.between(19, 320)}`,
  days: (random) => String(random.between(2, 9)),
  nights: (random) => String(random.between(2, 8)),
  percent: (random) => String(random.between(5, 30)),
  count: (random) => String(random.between(12, 480)),
  weight: (random) => `${random.between(1, 9)}.${random.between(1, 9)} kg`,
  degrees: (random) => `−${random.between(2, 15)} °C`,
};
