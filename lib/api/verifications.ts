import { z } from "@hono/zod-openapi";
import { AppError } from "@/lib/kernel/errors";
import { pageQuery } from "@/lib/kernel/cursor";
import { word } from "@/lib/kernel/fields";
import { getTask, taskJson } from "@/lib/tasks";
import { getLatestVerification, listVerifications, takeVerification, verificationJson } from "@/lib/wallets";
import { verificationInput } from "@/lib/wallets/schemas";
import { endpoint } from "./endpoint";
import { checked, NO_BODY, NO_PARAMS, NO_QUERY, parsed } from "./reader";
import { json } from "./reply";
import { pageShape } from "./shapes/basics";
import { task } from "./shapes/tasks";
import { verification } from "./shapes/verifications";

const COMMON = { tag: "Ledger", permission: "usage:read", params: NO_PARAMS } as const;

export const verificationEndpoints = [
  endpoint(
    {
      ...COMMON,
      method: "post",
      path: "/verifications",
      operationId: "takeVerification",
      summary: "Prove one wallet or all of them, and keep the proof.",
      description:
        "Ledger, lots and shown balance are added up anew; `breaks` names the first entry of each wallet that does not " +
        "add up. Of a large merchant it goes on in the background, as the task that 202 names.",
      query: NO_QUERY,
      body: checked(verificationInput),
      bodyOptional: true,
      example: { customer: "42" },
      answers: {
        201: { means: "The proof.", schema: verification },
        202: { means: "The task that takes it.", schema: task },
      },
      problems: ["not_found"],
    },
    async ({ ctx, body }) => {
      const taken = await takeVerification(ctx, body);
      if ("verification" in taken) return json(201, verificationJson(taken.verification));
      return json(202, taskJson(await getTask(ctx, taken.task.id)));
    },
  ),
  endpoint(
    {
      ...COMMON,
      method: "get",
      path: "/verifications",
      operationId: "listVerifications",
      summary: "List the proofs that were taken.",
      description: "The last 200 are kept.",
      query: checked(pageQuery),
      body: NO_BODY,
      answers: { 200: { means: "Proofs, newest first.", schema: pageShape(verification) } },
    },
    async ({ ctx, query }) => {
      const { data, nextCursor } = await listVerifications(ctx, query);
      return json(200, { data: data.map(verificationJson), nextCursor });
    },
  ),
  endpoint(
    {
      ...COMMON,
      method: "get",
      path: "/verifications/latest",
      operationId: "getLatestVerification",
      summary: "Show the last proof of all wallets, or of one customer's.",
      query: parsed(z.strictObject({ customer: word().optional() })),
      body: NO_BODY,
      answers: { 200: { means: "The proof.", schema: verification } },
      problems: ["not_found"],
    },
    async ({ ctx, query }) => {
      const latest = await getLatestVerification(ctx, query.customer ?? null);
      if (!latest) throw new AppError("not_found", "No proof was taken yet.");
      return json(200, verificationJson(latest));
    },
  ),
];
