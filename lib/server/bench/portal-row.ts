import { z } from "zod";
import { startBareNext } from "./bare-next";
import { load, perSecond } from "./measure";
import { alternate, type Comparison } from "./ratio";
import type { Stage } from "./stage";
import type { World } from "./world";

const BROWSERS = 16;
/** Looks at the page beside metering: a customer every twentieth of a second. */
const VIEWS_BESIDE = 20;
const CUSTOMER = "w-0";
const STATIC_PAGE = "/";

const linkAnswer = z.object({ url: z.url() });

type SignedIn = { readonly path: string; readonly cookie: string };

/**
 * The customer's page of somebody who is signed in: views per second and their p99 beside a static page of a bare Next app,
 * and metering with a steady stream of views beside it.
 */
export async function portalRow(stage: Stage): Promise<Comparison[]> {
  const next = await startBareNext(stage.folder);
  try {
    const visitor = await signIn(stage.world);
    const ours = { connections: BROWSERS, ...visitor };
    const theirs = { connections: BROWSERS, url: next.url, path: STATIC_PAGE };
    const [views = [], pages = []] = await alternate(stage.rounds, [
      () => perSecond(stage, "page", ours),
      () => perSecond(stage, "page", theirs),
    ]);
    const [p99 = [], pageP99 = []] = await alternate(stage.rounds, [
      async () => (await load(stage, "page", { ...ours, rate: VIEWS_BESIDE })).latency.p99,
      async () => (await load(stage, "page", { ...theirs, rate: VIEWS_BESIDE })).latency.p99,
    ]);
    const [beside = [], alone = []] = await alternate(stage.rounds, [
      () => usageBeside(stage, visitor),
      () => perSecond(stage, "usage"),
    ]);
    const row = { row: "portal", notes: [] };
    const named = (name: string, unit: string, values: readonly number[]) => ({ name, unit, values });
    return [
      {
        ...row,
        path: `/usage, ${BROWSERS} connections`,
        ours: named("/usage", "views/s", views),
        peer: named("bare Next page", "views/s", pages),
        aim: { bound: "at least", ratio: 0.2 },
      },
      {
        ...row,
        path: `p99 of /usage at ${VIEWS_BESIDE}/s`,
        ours: named("/usage", "ms", p99),
        peer: named("bare Next page", "ms", pageP99),
        aim: { bound: "at most", ratio: 5 },
      },
      {
        ...row,
        path: `POST /usage with ${VIEWS_BESIDE} views/s beside it`,
        ours: named("with views", "requests/s", beside),
        peer: named("alone", "requests/s", alone),
        aim: { bound: "at least", ratio: 0.9 },
      },
    ];
  } finally {
    await next.stop();
  }
}

async function usageBeside(stage: Stage, visitor: SignedIn): Promise<number> {
  const looking = load(stage, "page", { ...visitor, connections: BROWSERS, rate: VIEWS_BESIDE });
  const [used] = await Promise.all([perSecond(stage, "usage"), looking]);
  return used;
}

/** As a merchant's server and a browser do it: a link of the API, used once, leaves a cookie. */
async function signIn({ url, key }: World): Promise<SignedIn> {
  const made = await fetch(`${url}/api/v1/customers/${CUSTOMER}/portal-links`, {
    method: "POST",
    headers: { authorization: `Bearer ${key}`, "content-type": "application/json" },
    body: "{}",
  });
  const link = new URL(linkAnswer.parse(await made.json()).url);
  const entered = await fetch(`${url}${link.pathname}${link.search}`, { redirect: "manual" });
  const [cookie] = (entered.headers.get("set-cookie") ?? "").split(";");
  const path = entered.headers.get("location");
  if (!cookie || path === null) throw new Error(`The customer's page let nobody in: ${entered.status}.`);
  return { path: new URL(path, url).pathname, cookie };
}
