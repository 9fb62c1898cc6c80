export { ctxOfApiKey } from "./ctx-of-api-key";
export { ctxOfOperator, OPERATOR } from "./ctx-of-operator";
export { hashPassword } from "./passwords";
