export { AppProvider } from "./app-provider";
export { Badge } from "./badge";
export { CodeBlock, TextBlock } from "./code-block";
export { confirm } from "./confirm";
export { CopyId } from "./copy-button";
export { DisplayProvider } from "./display";
export { Drawer } from "./drawer";
export { Count, Credits, Instant } from "./figures";
export { useDrawerKey, useKey } from "./hotkeys";
export { InfoTip } from "./info-tip";
export { type Json, JsonTree } from "./json-tree";
export { type KeyValue, KeyValues } from "./key-values";
export { LinkButton } from "./link-button";
export { Markdown } from "./markdown";
export { Listen } from "./listen";
export { Marked } from "./marked";
export type { MarkText } from "./mark-words";
export { useUrlState } from "./navigation";
export { OutsideImage } from "./outside-image";
export { type Failed, PageFailure } from "./page-failure";
export { NoticeCard } from "./notice-card";
export { PageHeader, Section } from "./page-header";
export { route } from "./route";
export {
  ChartSkeleton,
  FiltersSkeleton,
  LineSkeleton,
  PageSkeleton,
  StatsSkeleton,
  TableSkeleton,
} from "./skeletons";
export { StateLink } from "./state-link";
export { EmptyState, ErrorState } from "./states";
export { notifyDone, notifyFailed } from "./toast";
export type { Tone } from "./tokens";
