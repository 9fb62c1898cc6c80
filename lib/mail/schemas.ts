import { z } from "zod";

const MOST_PARTS = 40;

/** One line: a line break in a header would begin another header (RFC 5322 §2.2). */
const line = (most: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(most)
    .regex(/^\P{Cc}*$/u, "must be one line");

const partShape = z.discriminatedUnion("kind", [
  /** A paragraph; line breaks in it stay. */
  z.strictObject({ kind: z.literal("text"), text: z.string().min(1).max(5_000) }),
  /** The one thing to do, shown as a button and as an address to copy. */
  z.strictObject({
    kind: z.literal("link"),
    label: line(100),
    url: z.url({ protocol: /^https?$/ }).max(4_000),
  }),
  /** What may be skipped: how long a link is good, why this mail came. */
  z.strictObject({ kind: z.literal("note"), text: z.string().min(1).max(2_000) }),
]);

/** A mail to one person, as parts that become plain text and HTML alike. */
export const mailShape = z.strictObject({
  to: z.email().max(320),
  subject: line(200),
  /** Who it is from, in words, before the address of this installation; unset: Tollgate. */
  fromName: line(100).optional(),
  /** Where an answer goes; unset: to the address it is from. */
  replyTo: z.email().max(320).optional(),
  /** The language of the parts (BCP 47), for screen readers and hyphenation. */
  lang: z
    .string()
    .regex(/^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/)
    .default("en"),
  parts: z.array(partShape).min(1).max(MOST_PARTS),
});
export type Mail = z.input<typeof mailShape>;

/** A mail on its way: its id and when it was asked for. */
export const queuedMail = z.strictObject({ id: z.uuid(), at: z.iso.datetime(), mail: mailShape });
export type QueuedMail = z.output<typeof queuedMail>;
