export { customerPlace, type Params, placeOf, textOf } from "./address";
export { AssignButton } from "./assign-button";
export { DeliveryBadge } from "./delivery-badge";
export { useAct } from "./use-act";
export { DELIVERY_WORDS } from "./words";
