"use client";

import { Tabs } from "@mantine/core";
import type { ReactNode } from "react";
import { FORM } from "./form-words";

/** A rule's form and its history, side by side. What was typed stays while one looks at the other. */
export function RuleEditor({ form, history }: { form: ReactNode; history: ReactNode }) {
  return (
    <Tabs defaultValue="rule">
      <Tabs.List mb="md">
        <Tabs.Tab value="rule">{FORM.tabs.rule}</Tabs.Tab>
        <Tabs.Tab value="history">{FORM.tabs.history}</Tabs.Tab>
      </Tabs.List>
      <Tabs.Panel value="rule">{form}</Tabs.Panel>
      <Tabs.Panel value="history">{history}</Tabs.Panel>
    </Tabs>
  );
}
