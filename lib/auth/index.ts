export { ctxOfApiKey } from "./ctx-of-api-key";
