import { z } from "zod";
import { localDay } from "./time";

/** The IANA name of a zone that this machine knows ("Europe/Berlin", "UTC"); offsets such as "+01:00" are none. */
export const timeZoneField = z
  .string()
  .max(100)
  .refine(isTimeZone, "must be an IANA time zone such as Europe/Berlin");

function isTimeZone(name: string): boolean {
  if (!/^[a-z]/i.test(name)) return false;
  try {
    return localDay(name, new Date(0)) !== "";
  } catch {
    return false;
  }
}
