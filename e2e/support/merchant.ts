import { execFile } from "node:child_process";
import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { promisify } from "node:util";
import { type APIRequestContext, expect, type Page } from "@playwright/test";
import { ready, visit } from "./page";

const run = promisify(execFile);

export type Merchant = { slug: string; apiKey: string; email: string; password: string };

/** A merchant of its own for a journey, made as an operator makes one. */
export async function makeMerchant(): Promise<Merchant> {
  const slug = `e2e-${randomUUID().slice(0, 8)}`;
  const email = `owner@${slug}.test`;
  const password = `a long password for ${slug}`;
  const named = [
    "--name",
    "Walnut & Sons",
    "--slug",
    slug,
    "--owner-email",
    email,
    "--owner-password",
    password,
  ];
  const made: { apiKey: string } = JSON.parse(await operate("merchant:create", ...named));
  return { slug, apiKey: made.apiKey, email, password };
}

/** Lets somebody who is known already into another merchant's dashboard. */
export async function addMember({ slug }: Merchant, email: string, role: string): Promise<void> {
  await operate("member:add", "--merchant", slug, "--email", email, "--role", role);
}

/** Runs one of the operator's commands on the server's database; its answer as JSON. */
async function operate(...command: string[]): Promise<string> {
  if (process.env["E2E_URL"]) {
    const { stdout } = await run(process.execPath, ["lib/server/cli.mjs", ...command, "--json"]);
    return stdout;
  }
  const { OPERATOR_PORT }: { OPERATOR_PORT: string } = JSON.parse(
    readFileSync("test-results/e2e-server.json", "utf8"),
  );
  const answer = await fetch(`http://127.0.0.1:${OPERATOR_PORT}`, {
    method: "POST",
    body: JSON.stringify(command),
  });
  const text = await answer.text();
  expect(answer.status, text).toBe(200);
  return text;
}

const homeOf = ({ slug }: Merchant) => `/m/${slug}/usage/logs`;

/** Signs the owner in over HTTP, where the form would, and waits for the dashboard. */
export async function signIn(page: Page, merchant: Merchant, path = homeOf(merchant)): Promise<void> {
  const { csrfToken } = await (await page.request.get("/api/auth/csrf")).json();
  const { email, password } = merchant;
  await page.request.post("/api/auth/callback/credentials", {
    form: { csrfToken, email, password },
    maxRedirects: 0,
  });
  await page.goto(path);
  await ready(page, '[data-ready="frame"]');
}

/** Signs the owner in as a person does, through the form, and waits for the dashboard. */
export async function signInThroughForm(page: Page, merchant: Merchant): Promise<void> {
  const path = homeOf(merchant);
  await visit(page, path);
  await page.getByLabel("E-mail").fill(merchant.email);
  await page.getByLabel("Password", { exact: true }).fill(merchant.password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page).toHaveURL(({ pathname, search }) => pathname + search === path);
  await ready(page, '[data-ready="frame"]');
}

/** Sends one JSON request to the API with the merchant's key. */
export async function send(request: APIRequestContext, { apiKey }: Merchant, [path, data]: [string, object]) {
  const response = await request.post(`/api/v1${path}`, {
    data,
    headers: { authorization: `Bearer ${apiKey}` },
  });
  expect(response.status(), await response.text()).toBeLessThan(300);
  return response.json();
}
