import { PageSkeleton } from "@/components/ui";

export default function SettingsLoading() {
  return <PageSkeleton />;
}
