import { z } from "zod";
import { remembered } from "./remembered";

const isTimeZone = remembered((name: string) => {
  if (!/^[a-z]/i.test(name)) return false;
  try {
    return Boolean(new Intl.DateTimeFormat("en", { timeZone: name }));
  } catch {
    return false;
  }
});

/** The IANA name of a zone that this machine knows ("Europe/Berlin", "UTC"); offsets such as "+01:00" are none. */
export const timeZoneField = z
  .string()
  .max(100)
  .refine(isTimeZone, "must be an IANA time zone such as Europe/Berlin");
