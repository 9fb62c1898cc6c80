"use client";

import { Button, Select } from "@mantine/core";
import Form from "next/form";
import { route } from "@/components/ui";
import { CustomerField } from "../../_components/customer-field";
import { WORDS } from "./words";

type CheckFormProps = {
  merchant: string;
  customer: string;
  module: string | null;
  modules: { value: string; label: string }[];
};

/** Whose troubles to look into. It goes to an address, so an answer can be shared. */
export function CheckForm({ merchant, customer, module, modules }: CheckFormProps) {
  return (
    <Form action={route(`/m/${merchant}/troubleshooting`)} className="tg-surface tg-check-form">
      <CustomerField
        merchant={merchant}
        label={WORDS.customer}
        placeholder={WORDS.customerHelp}
        initial={customer}
      />
      <Select
        name="module"
        label={WORDS.module}
        placeholder={WORDS.anyModule}
        data={modules}
        defaultValue={module}
        clearable
        searchable
      />
      <Button type="submit">{WORDS.check}</Button>
    </Form>
  );
}
