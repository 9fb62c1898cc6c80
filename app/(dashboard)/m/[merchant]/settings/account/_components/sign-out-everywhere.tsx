"use client";

import { Button } from "@mantine/core";
import { signOutEverywhereAction } from "../actions";
import { WORDS } from "./words";

/** Ends every session, this one included. */
export function SignOutEverywhere() {
  return (
    <form className="tg-settings-group" action={signOutEverywhereAction} aria-labelledby="devices-title">
      <div className="tg-settings-head">
        <h2 id="devices-title">{WORDS.devices}</h2>
        <p>{WORDS.devicesLine}</p>
      </div>
      <div>
        <Button type="submit" variant="default">
          {WORDS.everywhere}
        </Button>
      </div>
    </form>
  );
}
