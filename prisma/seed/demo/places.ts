import type { Seeded, Weighted } from "@/lib/server/traffic/seeded";
import { ASSISTANT } from "../texts/assistant";
import { AUTOMATION, TRANSCRIPTS } from "../texts/automation";
import { FORMS } from "../texts/forms";
import { IMAGES, type ImageOperation } from "../texts/images";
import { SALES } from "../texts/sales";
import { SUPPORT } from "../texts/support";
import type { Template } from "../texts/template";
import { WRITING } from "../texts/writing";

/** What is counted there: tokens, pictures, clips or seconds of sound. */
export type Meter = "tokens" | "images" | "videos" | "seconds";

/** Where a conversation runs, with which model, and what is said. */
export type Place = {
  readonly module: string;
  readonly operation: string;
  readonly bot?: string;
  readonly form?: string;
  readonly store: string;
  readonly source: string;
  readonly provider: string;
  readonly model: string;
  readonly meter: Meter;
  /** Whether answers look things up in the knowledge base. */
  readonly searches: boolean;
  readonly template: Template;
};

export type Crowd = "guest" | "shopper" | "staff" | "machine";

const CHAT_MODELS: readonly [Weighted<string>, ...Weighted<string>[]] = [
  [55, "openai/gpt-4o-mini"],
  [14, "openai/gpt-4o"],
  [15, "anthropic/claude-sonnet-4"],
  [11, "google/gemini-2.5-flash"],
  [5, "mistral/mistral-small-latest"],
];
const WRITING_MODELS: readonly [Weighted<string>, ...Weighted<string>[]] = [
  [3, "anthropic/claude-sonnet-4"],
  [1, "openai/gpt-4o"],
];
const IMAGE_MODELS = {
  generate: "openai/gpt-image-1",
  edit: "openai/gpt-image-1",
  video: "google/veo-3",
} as const;

type Maker = (random: Seeded) => Place;

function place(
  model: string,
  about: Omit<Place, "provider" | "model" | "meter" | "searches"> & Partial<Place>,
): Place {
  const [provider = "", name = ""] = model.split("/");
  return { meter: "tokens", searches: false, ...about, provider, model: name };
}

const care: Maker = (random) =>
  place(random.weighted(CHAT_MODELS), {
    module: "chatbot",
    operation: "chat",
    bot: "care",
    store: random.weighted([
      [4, "shop"],
      [2, "app"],
    ]),
    source: "widget",
    searches: true,
    template: random.pick(SUPPORT),
  });

const guide: Maker = (random) =>
  place(random.weighted(CHAT_MODELS), {
    module: "chatbot",
    operation: "chat",
    bot: "trail-guide",
    store: random.weighted([
      [4, "shop"],
      [2, "journal"],
      [1, "app"],
    ]),
    source: "widget",
    searches: true,
    template: random.pick(SALES),
  });

const form: Maker = (random) => {
  const name = random.weighted<keyof typeof FORMS>([
    [3, "gift-finder"],
    [2, "tour-planner"],
  ]);
  const model = name === "tour-planner" ? "anthropic/claude-sonnet-4" : "openai/gpt-4o-mini";
  return place(model, {
    module: "ai_forms",
    operation: "form_submit",
    form: name,
    store: name === "tour-planner" ? "journal" : "shop",
    source: "form",
    template: random.pick(FORMS[name]),
  });
};

const image: Maker = (random) => {
  const operation = random.weighted<ImageOperation>([
    [14, "generate"],
    [5, "edit"],
    [1, "video"],
  ]);
  return place(IMAGE_MODELS[operation], {
    module: "image_generator",
    operation,
    store: random.weighted([
      [2, "app"],
      [1, "journal"],
    ]),
    source: "studio",
    meter: operation === "video" ? "videos" : "images",
    template: random.pick(IMAGES[operation]),
  });
};

const writing: Maker = (random) =>
  place(random.weighted(WRITING_MODELS), {
    module: "content_writer",
    operation: "write",
    store: random.weighted([
      [3, "journal"],
      [1, "shop"],
    ]),
    source: "editor",
    template: random.pick(WRITING),
  });

const assistant: Maker = (random) =>
  place(
    random.weighted([
      [2, "openai/o4-mini"],
      [1, "xai/grok-3-mini"],
    ]),
    {
      module: "assistant",
      operation: "chat",
      store: "shop",
      source: "back office",
      template: random.pick(ASSISTANT),
    },
  );

const automation: Maker = (random) =>
  place("google/gemini-2.5-flash", {
    module: "automation",
    operation: "run",
    store: "shop",
    source: "schedule",
    template: random.pick(AUTOMATION),
  });

const transcript: Maker = (random) =>
  place("openai/gpt-4o-transcribe", {
    module: "automation",
    operation: "transcribe",
    store: "app",
    source: "schedule",
    meter: "seconds",
    template: random.pick(TRANSCRIPTS),
  });

const MAKERS: Record<Crowd, readonly [Weighted<Maker>, ...Weighted<Maker>[]]> = {
  guest: [
    [12, care],
    [8, guide],
    [3, form],
    [1, image],
  ],
  shopper: [
    [10, care],
    [6, guide],
    [3, form],
    [3, image],
  ],
  staff: [
    [6, writing],
    [4, assistant],
    [2, image],
  ],
  machine: [
    [6, automation],
    [2, transcript],
  ],
};

/** Draws where a member of the crowd turns up. */
export function drawPlace(crowd: Crowd, random: Seeded): Place {
  return random.weighted(MAKERS[crowd])(random);
}
