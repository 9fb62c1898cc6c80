// The customer's page reads without this. With it: times in the visitor's own zone, a print button, and inside a
// frame the right height and the host's light or dark.
(() => {
  "use strict";
  const root = document.documentElement;
  const { host, zone, embedded, locale } = root.dataset;
  const timeZone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  if (zone === "guess" && timeZone) {
    const styles = JSON.parse(document.currentScript.dataset.styles);
    for (const time of document.querySelectorAll("time[data-style]")) {
      const style = styles[time.dataset.style];
      if (!style) continue;
      const at = new Date(time.dateTime);
      time.textContent = new Intl.DateTimeFormat(locale, { ...style, timeZone }).format(at);
    }
    const line = document.querySelector("[data-zone-line]");
    if (line) line.textContent = line.dataset.zoneLine.replace("{zone}", timeZone.replaceAll("_", " "));
    // From the next page on the server knows, and days begin where the visitor is.
    if (embedded === undefined) {
      document.cookie = `tollgate_tz=${encodeURIComponent(timeZone)}; Path=/usage; Max-Age=31536000; SameSite=Lax`;
    }
  }

  for (const button of document.querySelectorAll("[data-print]")) {
    button.hidden = false;
    button.addEventListener("click", () => window.print());
  }

  if (!host || window.parent === window) return;

  const tell = (message) => window.parent.postMessage(message, host);
  const page = document.querySelector(".page");
  const measure = () =>
    tell({ type: "tollgate:size", height: Math.ceil(page.getBoundingClientRect().height) });
  new ResizeObserver(measure).observe(page);
  measure();
  tell({ type: root.dataset.signedOut === undefined ? "tollgate:signed-in" : "tollgate:signed-out" });

  window.addEventListener("message", (event) => {
    if (event.origin !== host || event.source !== window.parent) return;
    const { type, theme } = event.data ?? {};
    if (type === "tollgate:theme" && (theme === "light" || theme === "dark")) root.dataset.theme = theme;
    if (type === "tollgate:measure") measure();
  });
})();
