/** Texts of what all screens of shops share. */
export const NAV = {
  label: "Shops",
  packages: "Packages",
  connections: "Connections",
  purchases: "Purchases",
  deliveries: "Deliveries",
  doctor: "Grant doctor",
  page: "Customer page",
} as const;
