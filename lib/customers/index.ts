export { lockGuests, postGuests } from "./customers.repo";
export type { CustomerSighting } from "./customers.repo";
export { customerKey, resolveCustomers, resolveGuests } from "./resolve";
export type { GuestSighting } from "./resolve";
export { getCustomer } from "./get-customer";
export { listCustomers } from "./list-customers";
export { findCustomer } from "./people.repo";
export { putCustomer } from "./put-customer";
