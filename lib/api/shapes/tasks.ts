import { z } from "@hono/zod-openapi";
import { TASK_KINDS, TASK_STATES } from "@/lib/tasks/schemas";
import { actor, instant } from "./basics";

const count = z.int().min(0);

/** Long work in the background. */
export const task = z
  .strictObject({
    id: z.uuid(),
    kind: z.enum(TASK_KINDS),
    state: z.enum(TASK_STATES).openapi({ description: "`done`, `stopped` and `failed` are ends." }),
    total: count
      .nullable()
      .openapi({ description: "How many things there are to do; null while uncounted." }),
    done: count,
    input: z.unknown(),
    result: z.unknown(),
    error: z.string().nullable(),
    actor,
    createdAt: instant,
    startedAt: instant.nullable(),
    finishedAt: instant.nullable(),
  })
  .openapi("Task");
