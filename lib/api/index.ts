export { api } from "./app";
export { openApiDocument } from "./document";
