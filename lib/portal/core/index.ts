export { accentColours, contrastOf } from "./contrast";
export { OPTION_NAMES, optionsOf, SWITCHED_MODULES } from "./options";
export type { PageOptions } from "./options";
export { embedSnippet, iframeSnippet, pageAddress, shortcodeOf } from "./snippets";
export type { SnippetOptions } from "./snippets";
export { TOKEN_EXAMPLES, tokenExample } from "./token-examples";
export type { TokenLanguage } from "./token-examples";
