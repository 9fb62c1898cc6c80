export { RailScript } from "./rail-state";
export { Shell } from "./shell";
export { ShellSkeleton } from "./shell-skeleton";
export { SubNav } from "./sub-nav";
export type { Command, NavSection, Person, Workspace } from "./shell-model";
