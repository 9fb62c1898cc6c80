// Shows a customer's page where this script stands. See "Customer page" in Tollgate for the tag with your options.
(() => {
  "use strict";
  const OPTIONS = [
    "chatbot",
    "aiforms",
    "imagegenerator",
    "title",
    "intro",
    "buycredits",
    "buycreditslabel",
    "buycreditsurl",
    "purchasehistory",
  ];
  /** What a button under a quota's message adds to the address of the page that this stands in. */
  const LINKED = ["section", "module", "scope"];
  const DARK_BELOW = 0.4;
  const RENEW_MILLIS = 60_000;

  for (const script of document.querySelectorAll(
    'script[src*="/embed.js"][data-merchant]:not([data-tollgate])',
  )) {
    script.dataset.tollgate = "";
    show(script);
  }

  function show(script) {
    const base = new URL(script.src, location.href).origin;
    const { merchant, token, tokenUrl, target, frameTitle } = script.dataset;
    const frame = document.createElement("iframe");
    frame.name = `tollgate-${Math.random().toString(36).slice(2)}`;
    frame.title = frameTitle || "Credits and usage";
    frame.style.cssText = "display:block;width:100%;height:480px;border:0;background:transparent";
    const place = target && document.querySelector(target);
    if (place) place.append(frame);
    else script.after(frame);

    const address = addressOf(base, merchant, script, frame);
    if (tokenUrl) renew(frame, address, tokenUrl);
    else if (token) send(frame, address, token);
    else frame.src = address;
    listen({ frame, base, script, signInAgain: tokenUrl ? () => renew(frame, address, tokenUrl) : null });
  }

  function addressOf(base, merchant, script, frame) {
    const address = new URL(`/usage/${encodeURIComponent(merchant)}`, base);
    const { searchParams } = address;
    searchParams.set("embed", "1");
    searchParams.set("host", location.origin);
    searchParams.set("theme", themeOf(script, frame));
    const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
    if (zone) searchParams.set("tz", zone);
    const lang = script.dataset.lang || document.documentElement.lang;
    if (lang) searchParams.set("lang", lang);
    for (const name of OPTIONS) {
      if (script.dataset[name] !== undefined) searchParams.set(name, script.dataset[name]);
    }
    const here = new URLSearchParams(location.search);
    for (const name of LINKED) {
      if (here.has(name)) searchParams.set(name, here.get(name));
    }
    return address.toString();
  }

  /** The token travels in a form, so that it stands in no address. */
  function send(frame, address, token) {
    const form = document.createElement("form");
    form.method = "post";
    form.action = address;
    form.target = frame.name;
    form.hidden = true;
    const field = document.createElement("input");
    field.name = "token";
    field.value = token;
    form.append(field);
    document.body.append(form);
    form.submit();
    form.remove();
  }

  /** Asks the host's own server, which knows who is signed in; without a token the page is a guest's. */
  async function renew(frame, address, tokenUrl) {
    try {
      const answer = await fetch(tokenUrl, {
        credentials: "same-origin",
        headers: { accept: "application/json" },
      });
      const { token } = answer.ok ? await answer.json() : {};
      if (token) send(frame, address, token);
      else frame.src = address;
    } catch {
      frame.src = address;
    }
  }

  function listen({ frame, base, script, signInAgain }) {
    let signedIn = false;
    let renewedAt = Date.now();
    const tellTheme = () =>
      frame.contentWindow?.postMessage({ type: "tollgate:theme", theme: themeOf(script, frame) }, base);

    window.addEventListener("message", (event) => {
      if (event.origin !== base || event.source !== frame.contentWindow) return;
      const { type, height } = event.data ?? {};
      if (type === "tollgate:size" && Number.isFinite(height)) {
        frame.style.height = `${Math.min(Math.max(height, 80), 20_000)}px`;
        tellTheme();
      }
      if (type === "tollgate:signed-in") signedIn = true;
      // The session ran out while the page stood open: the host signs in anew, once a minute at most.
      if (
        type === "tollgate:signed-out" &&
        signedIn &&
        signInAgain &&
        Date.now() - renewedAt > RENEW_MILLIS
      ) {
        renewedAt = Date.now();
        signInAgain();
      }
    });

    if (isTheme(script.dataset.theme)) return;
    const watched = {
      attributes: true,
      attributeFilter: ["class", "style", "data-theme", "data-bs-theme", "data-color-scheme"],
    };
    const observer = new MutationObserver(tellTheme);
    observer.observe(document.documentElement, watched);
    observer.observe(document.body, watched);
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", tellTheme);
  }

  function isTheme(name) {
    return name === "light" || name === "dark";
  }

  /** As the tag says, else by the background that the frame stands on, else by what the visitor's system prefers. */
  function themeOf(script, frame) {
    if (isTheme(script.dataset.theme)) return script.dataset.theme;
    for (let element = frame.parentElement; element; element = element.parentElement) {
      const luminance = luminanceOf(getComputedStyle(element).backgroundColor);
      if (luminance !== null) return luminance < DARK_BELOW ? "dark" : "light";
    }
    const scheme = getComputedStyle(document.documentElement).colorScheme;
    const both = scheme.includes("light") && scheme.includes("dark");
    if (!both) return scheme.includes("dark") ? "dark" : "light";
    return matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
  }

  /** Of a colour as browsers compute it, 0 to 1; null when it can be seen through. */
  function luminanceOf(colour) {
    const [red, green, blue, alpha = 1] = (colour.match(/[\d.]+/g) ?? []).map(Number);
    if (blue === undefined || alpha < 0.5) return null;
    return (0.2126 * red + 0.7152 * green + 0.0722 * blue) / 255;
  }
})();
