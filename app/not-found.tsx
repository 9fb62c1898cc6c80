import { SearchX } from "lucide-react";
import { EmptyState, LinkButton } from "@/components/ui";

export const metadata = { title: "Not found" };

export default function NotFound() {
  return (
    <main id="main" className="tg-alone">
      <EmptyState
        icon={<SearchX size={18} aria-hidden />}
        title="There is nothing at this address"
        level={1}
        action={
          <LinkButton href="/" variant="default">
            Go to the start page
          </LinkButton>
        }
      >
        It may have moved, or it belongs to an account that you are not signed in to.
      </EmptyState>
    </main>
  );
}
