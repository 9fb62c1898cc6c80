/** Where the bare handlers answer that the program is measured against. */
export const BARE_HONO_PATH = "/bench/bare";
export const BARE_NEXT_PATH = "/bare";
