/** Texts of what all screens of shops share. */
export const NAV = {
  label: "Shops",
  places: [
    { path: "packages", label: "Packages" },
    { path: "connections", label: "Connections" },
    { path: "purchases", label: "Purchases" },
    { path: "deliveries", label: "Deliveries" },
    { path: "doctor", label: "Grant doctor" },
    { path: "customer-page", label: "Customer page" },
  ],
} as const;
export const ASSIGN = {
  open: "Assign to customer",
  title: (number: string) => `Whose is ${number}?`,
  help: "What is due is booked to this customer at once. What the shop says of the buyer does not change it afterwards.",
  customer: "Customer",
  search: "Id, name or e-mail address",
  nobody: "Nobody found",
  assign: "Assign",
  cancel: "Cancel",
  done: "The purchase was assigned",
  failed: "The purchase was not assigned",
} as const;

export const DELIVERY_WORDS = {
  pending: "Pending",
  failed: "Retrying",
  done: "Done",
  given_up: "Given up",
} as const;
