export {
  createPackageInput,
  PACKAGE_CATEGORIES,
  packageWorthQuery,
  updatePackageInput,
} from "./packages/package-input";
export type { CreatePackageInput, UpdatePackageInput } from "./packages/package-input";
