import { z } from "zod";
import { pageQuery } from "@/lib/kernel/cursor";
import { word } from "@/lib/kernel/fields";

/** What is known of a customer; what is absent stays as it is. */
export const putCustomerInput = z.strictObject({
  email: z.email().max(320).nullish(),
  name: word(200).nullish(),
  roles: z.array(word(100)).max(50).nullish(),
});

export const customersQuery = pageQuery.extend({ search: z.string().trim().max(200).optional() });
