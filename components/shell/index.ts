export { RailScript } from "./rail-state";
export { Shell, type ShellProps } from "./shell";
export type { Command, NavItem, NavSection, Person, Workspace } from "./shell-model";
