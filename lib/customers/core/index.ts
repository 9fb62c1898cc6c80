export type { GuestBook } from "./guest-book";
