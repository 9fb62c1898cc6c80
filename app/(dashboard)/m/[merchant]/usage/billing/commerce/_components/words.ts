/** Texts of what all screens of shops share. */
export const NAV = {
  label: "Shops",
  packages: "Packages",
  connections: "Connections",
  purchases: "Purchases",
  deliveries: "Deliveries",
  page: "Customer page",
} as const;
