import type { LogSummary } from "../core/log";
import { logJson, logSummaryJson } from "../log-json";
import { findLogsById } from "../logs-read.repo";
import { readLog } from "../read-log";
import { type Exported, streamIds } from "./export.repo";
import type { ExportPiece } from "./write-csv";

/** One log a line, in the API's shape: of a list, or whole with messages and charges. */
export async function* writeJsonLines(exported: Exported, messages: boolean): AsyncGenerator<ExportPiece> {
  const { merchantId } = exported.selection;
  for await (const ids of streamIds(exported)) {
    const logs = await findLogsById({}, merchantId, ids);
    const lines: string[] = [];
    for (const log of logs) lines.push(await lineOf(log, merchantId, messages));
    yield { text: lines.map((line) => `${line}\n`).join(""), rows: logs.length };
  }
}

async function lineOf(log: LogSummary, merchantId: string, messages: boolean): Promise<string> {
  return JSON.stringify(messages ? logJson(await readLog({ merchantId }, log)) : logSummaryJson(log));
}
