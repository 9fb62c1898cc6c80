import Stripe from "stripe";
import { AppError } from "@/lib/kernel/errors";
import { problemOf } from "./client";

/**
 * What Stripe answers to a request a person made, its failures in words: `conflict` where Stripe says no and will again
 * (an unknown price, a key that may not, an id used for something else), `unavailable` where it did not answer.
 */
export async function askedOfStripe<T>(ask: () => Promise<T>): Promise<T> {
  try {
    return await ask();
  } catch (error) {
    if (!(error instanceof Stripe.errors.StripeError)) throw error;
    const no =
      error instanceof Stripe.errors.StripeInvalidRequestError ||
      error instanceof Stripe.errors.StripePermissionError ||
      error instanceof Stripe.errors.StripeAuthenticationError ||
      error instanceof Stripe.errors.StripeIdempotencyError;
    throw new AppError(no ? "conflict" : "unavailable", problemOf(error));
  }
}
