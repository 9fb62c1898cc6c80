import { ctxOfOperator, OPERATOR } from "@/lib/auth";
import { AppError } from "@/lib/kernel/errors";
import { createMerchant } from "@/lib/merchants";
import { createPricingRule } from "@/lib/pricing";
import { addCredits } from "@/lib/wallets";

export type SeededBench = {
  readonly merchantSlug: string;
  /** A key with every scope; null when the merchant was there already. */
  readonly apiKey: string | null;
};

const SLUG = "bench";
/** More than any run can spend. */
const GRANT = "1000000000";
const AT_ONCE = 8;

/**
 * A merchant to put load on: one rule for tokens, and customers `w-0` … with credits without end, beside `w-hot`,
 * whom everybody uses at once. A repeat makes the customers that are missing.
 */
export async function seedBench(now: Date, wallets: number): Promise<SeededBench> {
  const apiKey = await makeMerchant(now);
  const ctx = await ctxOfOperator(SLUG, now);
  const names = ["w-hot", ...Array.from({ length: wallets }, (_, index) => `w-${index}`)].values();
  const fill = async () => {
    for (const name of names) {
      await addCredits(ctx, name, {
        id: `grant-${name}`,
        amount: GRANT,
        category: "paid",
        reason: "Benchmark",
      });
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, fill));
  return { merchantSlug: SLUG, apiKey };
}

async function makeMerchant(now: Date): Promise<string | null> {
  try {
    const owner = { email: "bench@example.com" };
    const { apiKey } = await createMerchant({ actor: OPERATOR, now }, { name: "Bench", slug: SLUG, owner });
    await createPricingRule(await ctxOfOperator(SLUG, now), {
      module: "chatbot",
      operation: "chat",
      provider: "openai",
      model: "gpt-4o",
      method: "per_1k_tokens",
      inputRate: "1",
      outputRate: "2",
    });
    return apiKey;
  } catch (error) {
    if (error instanceof AppError && error.code === "conflict") return null;
    throw error;
  }
}
