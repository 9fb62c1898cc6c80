export { accentColours, contrastOf, LEAST_CONTRAST } from "./contrast";
export type { AccentColours } from "./contrast";
export { OPTION_NAMES, optionsOf, showsModule, SWITCHED_MODULES, webAddressOf } from "./options";
export type { ModuleSwitch, OptionName, PageOptions } from "./options";
export { embedSnippet, iframeSnippet, pageAddress, shortcodeOf } from "./snippets";
export type { SnippetOptions } from "./snippets";
export { TOKEN_EXAMPLES, tokenExample } from "./token-examples";
export type { TokenLanguage } from "./token-examples";
