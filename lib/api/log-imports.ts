import { z } from "@hono/zod-openapi";
import { addImportRows, completeImport, exportImportErrors, startImport } from "@/lib/imports";
import { completeImportInput, FIELD_NAMES, importRowsInput, startImportInput } from "@/lib/imports/schemas";
import { getTask, taskJson } from "@/lib/tasks";
import { fileResponse } from "@/lib/web";
import { endpoint } from "./endpoint";
import { byId } from "./paths";
import { checked, NO_BODY, NO_PARAMS, NO_QUERY, parsed } from "./reader";
import { json, NO_CONTENT } from "./reply";
import { task } from "./shapes/tasks";

const COMMON = { tag: "Activity and logs", permission: "usage:write", query: NO_QUERY } as const;
const ONE_IMPORT = { ...COMMON, params: byId } as const;
const HEADER = ["Date", "User", "Model", "Tokens", "Cost"];

export const logImportEndpoints = [
  endpoint(
    {
      ...COMMON,
      method: "post",
      path: "/log-imports",
      operationId: "startLogImport",
      summary: "Begin an import of past usage from a table.",
      description:
        "For history from elsewhere: imported requests become logs and daily figures, marked `imported`, and never move " +
        "a balance or a quota. `mapping` says which column, counted from 0, holds what: " +
        `${FIELD_NAMES.map((name) => `\`${name}\``).join(", ")}. The answer is a task; its rows follow.`,
      params: NO_PARAMS,
      body: checked(startImportInput),
      example: { fileName: "2025.csv", header: HEADER, mapping: { time: 0, customer: 1, model: 2 } },
      answers: { 201: { means: "The import, waiting for its rows.", schema: task } },
    },
    async ({ ctx, body }) => {
      const { id } = await startImport(ctx, body);
      return json(201, taskJson(await getTask(ctx, id)));
    },
  ),
  endpoint(
    {
      ...ONE_IMPORT,
      method: "post",
      path: "/log-imports/{id}/rows",
      operationId: "addLogImportRows",
      summary: "Add the next rows of the table, 500 at most.",
      description:
        "`sequence` counts the calls from 0: a repeat adds nothing, so a broken upload goes on anywhere.",
      body: parsed(importRowsInput.omit({ task: true })),
      example: { sequence: 0, firstRow: 0, rows: [["2025-03-01T10:00:00Z", "42", "gpt-4o", "1200", "3"]] },
      answers: { 204: { means: "Added, or there already." } },
      problems: ["not_found", "conflict"],
    },
    async ({ ctx, params, body }) => {
      await addImportRows(ctx, { task: params.id, ...body });
      return NO_CONTENT;
    },
  ),
  endpoint(
    {
      ...ONE_IMPORT,
      method: "post",
      path: "/log-imports/{id}/complete",
      operationId: "completeLogImport",
      summary: "Say that all rows were added.",
      description: "It now runs in the background: follow it as a task. A repeat changes nothing.",
      body: parsed(completeImportInput.omit({ task: true })),
      example: { rows: 1 },
      answers: { 200: { means: "The import as a task.", schema: task } },
      problems: ["not_found"],
    },
    async ({ ctx, params, body }) => {
      await completeImport(ctx, { task: params.id, ...body });
      return json(200, taskJson(await getTask(ctx, params.id)));
    },
  ),
  endpoint(
    {
      ...ONE_IMPORT,
      method: "get",
      path: "/log-imports/{id}/problems",
      operationId: "exportLogImportProblems",
      summary: "Download the rows that were not brought in, each with what is wrong with it.",
      permission: "usage:read",
      body: NO_BODY,
      answers: { 200: { means: "A CSV file.", schema: z.string(), media: ["text/csv"] } },
      problems: ["not_found"],
    },
    async ({ ctx, params }) => {
      const file = await exportImportErrors(ctx, params.id);
      return { status: 200, ...(await fileResponse(file)) };
    },
  ),
];
