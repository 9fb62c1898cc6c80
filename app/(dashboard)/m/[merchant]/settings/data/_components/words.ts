/** Settings → Data: every text of the screen. */
export const TITLE = "Data";

export const EXPORT_WORDS = {
  title: "Export everything",
  line: "One file with all that is kept of this merchant: customers, balances, ledger, logs, rules, settings, the trail. A folder of JSON Lines for each table, in a .tar.gz. Secrets and passwords are not in it.",
  start: "Start export",
  started: "The export is being written. You can leave this page.",
  notStarted: "No export was started",
  stop: "Stop",
  notStopped: "It was not stopped",
  download: "Download",
  kept: "Files can be downloaded for seven days.",
  none: "No export was made yet.",
  states: {
    queued: "Waiting for its turn",
    running: "Being written",
    done: "Ready",
    stopped: "Stopped",
    failed: "Failed",
  },
  gone: "The file is gone",
  rows: "rows",
  by: "Started by",
};

export const DELETION_WORDS = {
  title: "Delete this merchant",
  line: "Everything goes: customers and their balances, the ledger, logs, rules, members, keys. It waits for fourteen days, and until then any owner can take it back.",
  waiting:
    "While it waits everything goes on as before: requests are charged, shops sell, customers see their page.",
  after:
    "Then API keys and this dashboard stop working at once, the rows are deleted, and nothing can be brought back.",
  ask: "Delete merchant",
  askTitle: (name: string) => `Delete ${name} in fourteen days?`,
  exportFirst: "Export everything first if you may ever need it.",
  asked: "The deletion waits for fourteen days. Owners were told by mail.",
  notAsked: "Nothing was scheduled",
  scheduled: "This merchant will be deleted on",
  askedBy: "Asked for by",
  keep: "Keep this merchant",
  kept: "The merchant stays",
  notKept: "It was not taken back",
  ownersOnly: "Only an owner can delete the merchant or take a deletion back.",
};
