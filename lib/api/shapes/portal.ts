import { z } from "@hono/zod-openapi";
import { LANGUAGES } from "@/lib/portal/schemas";
import { instant } from "./basics";

export const portalLink = z
  .strictObject({
    url: z.url().openapi({ description: "Signs the customer in, once; also as the address of a frame." }),
    expiresAt: instant,
  })
  .openapi("PortalLink");

const secretState = z.strictObject({
  madeAt: instant.nullable().openapi({ description: "Null: there is no secret yet, so no token is taken." }),
  previousUntil: instant.nullable().openapi({ description: "Until when the secret before is good too." }),
});

export const portalSettings = z
  .strictObject({
    chatbot: z.boolean(),
    aiforms: z.boolean(),
    imagegenerator: z.boolean(),
    hiddenModules: z.array(z.string()).openapi({ description: "Further modules that are not shown." }),
    title: z.string().nullable(),
    intro: z.string().nullable(),
    buycredits: z.boolean(),
    buycreditslabel: z.string().nullable(),
    buycreditsurl: z.string().nullable().openapi({
      description: "In place of the merchant's `buyCreditsUrl`.",
    }),
    purchasehistory: z.boolean(),
    emailSignIn: z.boolean(),
    language: z.enum(LANGUAGES).nullable(),
    logoUrl: z.string().nullable(),
    accent: z.string().nullable(),
    origins: z.array(z.string()).openapi({ description: "Sites that may show the page in a frame." }),
    secret: secretState,
  })
  .openapi("PortalSettings");

export const portalSecret = z
  .strictObject({ secret: z.string(), madeAt: instant, previousUntil: instant.nullable() })
  .openapi("PortalSecret", { description: "The only answer that ever shows the secret." });

export const portalChecks = z
  .strictObject({
    data: z.array(
      z.strictObject({
        check: z.enum(["placed", "known", "signed_in", "access", "usage", "shown"]),
        state: z.enum(["pass", "fail", "unknown"]),
        facts: z
          .array(z.string())
          .openapi({ description: "What the answer is about: a site, scopes, modules." }),
      }),
    ),
  })
  .openapi("PortalChecks");
