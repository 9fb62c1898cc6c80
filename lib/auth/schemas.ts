import { z } from "zod";

const MIN_PASSWORD = 8;
const MAX_PASSWORD = 200;

/** A password somebody chooses. Length is what counts; nothing else is asked of it. */
export const newPasswordField = z
  .string()
  .min(MIN_PASSWORD, `must have at least ${MIN_PASSWORD} characters`)
  .max(MAX_PASSWORD, `must have at most ${MAX_PASSWORD} characters`);
