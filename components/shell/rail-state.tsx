const STORAGE_KEY = "rail";
const FOLDED = "folded";

/** Folds or unfolds the rail and remembers it in this browser. */
export function toggleRail(): void {
  const root = document.documentElement;
  const folded = root.dataset["rail"] !== FOLDED;
  if (folded) root.dataset["rail"] = FOLDED;
  else delete root.dataset["rail"];
  try {
    localStorage.setItem(STORAGE_KEY, folded ? FOLDED : "");
  } catch {
    // Storage may be forbidden; the rail then folds for this page only.
  }
}

const restore = `try{if(localStorage.getItem("${STORAGE_KEY}")==="${FOLDED}")document.documentElement.dataset.rail="${FOLDED}"}catch{}`;

/** In the head: folds the rail before the first paint, so that nothing moves. */
export function RailScript() {
  return <script dangerouslySetInnerHTML={{ __html: restore }} />;
}
