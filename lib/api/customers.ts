import { getCustomer, listCustomers, putCustomer } from "@/lib/customers";
import { customersQuery, putCustomerInput } from "@/lib/customers/schemas";
import { endpoint } from "./endpoint";
import { CUSTOMER } from "./examples";
import { byCustomer } from "./paths";
import { checked, NO_BODY, NO_PARAMS, NO_QUERY } from "./reader";
import { json } from "./reply";
import { pageShape } from "./shapes/basics";
import { customer } from "./shapes/people";

const ONE_CUSTOMER = {
  path: "/customers/{externalId}",
  tag: "Customers",
  params: byCustomer,
  query: NO_QUERY,
} as const;

export const customerEndpoints = [
  endpoint(
    {
      method: "get",
      path: "/customers",
      operationId: "listCustomers",
      tag: "Customers",
      summary: "List customers.",
      description: "`search` is an exact id or e-mail address.",
      permission: "usage:read",
      params: NO_PARAMS,
      query: checked(customersQuery),
      body: NO_BODY,
      answers: { 200: { means: "Customers, newest first.", schema: pageShape(customer) } },
    },
    async ({ ctx, query }) => json(200, await listCustomers(ctx, query)),
  ),
  endpoint(
    {
      ...ONE_CUSTOMER,
      method: "get",
      operationId: "getCustomer",
      summary: "Show a customer.",
      permission: "usage:read",
      body: NO_BODY,
      answers: { 200: { means: "The customer.", schema: customer } },
    },
    async ({ ctx, params }) => json(200, await getCustomer(ctx, params.externalId)),
  ),
  endpoint(
    {
      ...ONE_CUSTOMER,
      method: "put",
      operationId: "putCustomer",
      summary: "Create or update a customer.",
      description: "What is absent stays. Requests create customers on sight too.",
      permission: "customers:write",
      body: checked(putCustomerInput),
      example: CUSTOMER,
      answers: {
        200: { means: "The customer as it now stands.", schema: customer },
        201: { means: "The customer is new.", schema: customer },
      },
    },
    async ({ ctx, params, body }) => {
      const saved = await putCustomer(ctx, params.externalId, body);
      return json(saved.created ? 201 : 200, saved.customer);
    },
  ),
];
