import "./deletion-banner.css";
import Link from "next/link";
import { Instant, route } from "@/components/ui";

type DeletionBannerProps = { slug: string; deleteAt: Date };

/** On every page of a merchant that waits to be deleted: when, and where it can be taken back. */
export function DeletionBanner({ slug, deleteAt }: DeletionBannerProps) {
  return (
    <p className="tg-deletion-banner" role="status">
      This merchant will be deleted on <Instant at={deleteAt} />. Until then everything goes on as before.{" "}
      <Link href={route(`/m/${slug}/settings/data`)}>See or take it back</Link>
    </p>
  );
}
