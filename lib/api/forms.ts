import { createForm, deleteForm, listForms, renameForm } from "@/lib/merchants";
import { featureEndpoints } from "./features";

export const formEndpoints = featureEndpoints(
  {
    one: "Form",
    path: "/forms",
    example: { id: "quote-request", module: "ai_forms", name: "Quote request" },
  },
  { create: createForm, list: listForms, rename: renameForm, remove: deleteForm },
);
