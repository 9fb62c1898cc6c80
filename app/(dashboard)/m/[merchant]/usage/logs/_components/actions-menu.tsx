import { requireMember } from "@/lib/auth";
import type { ListLogsInput } from "@/lib/logs/schemas";
import { listTasks, type Task } from "@/lib/tasks";
import { filterValues } from "./log-action-filters";
import { LogActions } from "./log-actions-button";
import { toTaskView } from "../../_components/task-view";

type LogActionsMenuProps = { merchant: string; filters: ListLogsInput };

const RECENT = { limit: 50 };
const MOST_SHOWN = 10;

/** Long work on other things shows where it was begun. */
const isOfLogs = ({ kind }: Task) => kind.startsWith("log_");

/** What can be done with all logs that match, and what is being done with them now. */
export async function LogActionsMenu({ merchant, filters }: LogActionsMenuProps) {
  const ctx = await requireMember(merchant);
  const tasks = await listTasks(ctx, RECENT);
  return (
    <LogActions
      merchant={merchant}
      filters={filterValues(filters)}
      mayDelete={ctx.permissions.has("logs:delete")}
      mayImport={ctx.permissions.has("usage:write")}
      maySet={ctx.permissions.has("settings:write")}
      tasks={tasks.data.filter(isOfLogs).slice(0, MOST_SHOWN).map(toTaskView)}
    />
  );
}
