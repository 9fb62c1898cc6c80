import { createBot, deleteBot, listBots, renameBot } from "@/lib/merchants";
import { featureEndpoints } from "./features";

export const botEndpoints = featureEndpoints(
  { one: "Bot", path: "/bots", example: { id: "support", module: "chatbot", name: "Support" } },
  { create: createBot, list: listBots, rename: renameBot, remove: deleteBot },
);
