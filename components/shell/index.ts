export { RailScript } from "./rail-state";
export { Shell, type ShellProps } from "./shell";
export { ShellSkeleton } from "./shell-skeleton";
export type { Command, NavItem, NavSection, Person, Workspace } from "./shell-model";
