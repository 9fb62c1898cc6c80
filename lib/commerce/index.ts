export { createPackage } from "./packages/create-package";
export { deletePackage } from "./packages/delete-package";
export { getPackage } from "./packages/get-package";
export { listPackages } from "./packages/list-packages";
export { packageJson, worthJson } from "./packages/package-json";
export { priceTypicalRequests } from "./packages/price-typical-requests";
export { updatePackage } from "./packages/update-package";
