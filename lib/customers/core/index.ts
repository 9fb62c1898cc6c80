export type { GuestBook } from "./guest-book";
export { networkOf } from "./network";
