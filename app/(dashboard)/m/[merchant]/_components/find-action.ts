"use server";

import { defineAction } from "@/lib/web";
import { findAnything } from "./find-anything";

/** What the command palette finds beside places and actions. */
export const findAction = defineAction(findAnything);
