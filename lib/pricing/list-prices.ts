import { calcPrice, findProvider, type ModelPrice } from "@pydantic/genai-prices";
import type { ListPrice } from "./core/list-price";

/** The day the list of prices was made: version 0.1.8 of the library that carries it. */
export const LIST_PRICES_OF = "2026-09-23";

/** Providers of the list, the best known first. The library finds a provider by its id, and has no list of them. */
export const LISTED_PROVIDERS = [
  ...["openai", "anthropic", "google", "azure", "aws", "mistral", "x-ai", "deepseek", "groq", "cohere"],
  ...["perplexity", "openrouter", "together", "fireworks", "cerebras", "cloudflare", "moonshotai", "minimax"],
  ...["novita", "baseten", "avian", "arcee", "doubleword", "modal", "ovhcloud", "quicksilverpro", "typesafe"],
  ...["voyageai", "zai", "zhipuai", "github-copilot", "cursor"],
] as const;

/** What the provider asks for the model's tokens at this instant; null when the list does not know it. */
export function listPriceOf(provider: string | null, model: string | null, at: Date): ListPrice | null {
  if (provider === null || model === null || model.endsWith("*")) return null;
  const listed = calcPrice({}, model, { providerId: provider.toLowerCase(), timestamp: at });
  return listed ? priceOf(listed.model_price) : null;
}

/** Names of the models that the list knows of a provider, as providers call them. */
export function listedModels(provider: string): readonly string[] {
  const models = findProvider({ providerId: provider })?.models ?? [];
  return models.filter((model) => model.deprecated !== true).map((model) => model.id);
}

function priceOf(price: ModelPrice): ListPrice | null {
  const [input, output] = [price["input_mtok"], price["output_mtok"]];
  if (input === undefined && output === undefined) return null;
  return {
    input: exact(input),
    output: exact(output),
    cachedInput: exact(price["cache_read_mtok"]),
    cacheWrite: exact(price["cache_write_mtok"]),
    reasoning: exact(price["output_reasoning_mtok"]),
    tiered: [input, output].some((each) => typeof each === "object"),
  };
}

const PLACES = 9;

/** A price of the list, kept there as a number, as billionths of a dollar: its decimal digits, not its binary ones. */
function exact(price: ModelPrice[string]): bigint | null {
  if (price === undefined) return null;
  const dollars = typeof price === "object" ? price.base : price;
  return BigInt(dollars.toFixed(PLACES).replace(".", ""));
}
