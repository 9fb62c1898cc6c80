import type { ApiOperation } from "./api-document";

export type Target = {
  /** Where the API answers. */
  readonly server: string;
  /** The shell variable that holds the API key. */
  readonly keyVariable: string;
};

/** A request that can be copied and run, once the key and the path's names are filled in. */
export function curlOf(operation: ApiOperation, { server, keyVariable }: Target): string {
  const lines = [`curl ${quoted(`${server}${operation.path}${queryOf(operation)}`)}`];
  if (operation.method !== "get" && !(operation.method === "post" && operation.body)) {
    lines.push(`-X ${operation.method.toUpperCase()}`);
  }
  if (operation.secured) lines.push(`-H "Authorization: Bearer $${keyVariable}"`);
  if (operation.body) {
    lines.push(`-H "Content-Type: ${operation.body.mediaType}"`);
    lines.push(`-d ${quoted(JSON.stringify(operation.body.example, null, 2))}`);
  }
  return lines.join(" \\\n  ");
}

function queryOf({ parameters }: ApiOperation): string {
  const required = parameters.filter(({ place, required: needed }) => place === "query" && needed);
  return required.length === 0 ? "" : `?${required.map(({ name }) => `${name}={${name}}`).join("&")}`;
}

/** In single quotes for a shell; a quote inside closes, escapes itself and opens again. */
function quoted(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}
