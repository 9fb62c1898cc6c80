"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";
import { formatCount } from "@/lib/kernel/format";
import { PROOF } from "./words";

const EVERY = 2_000;

/** How far a proof in the background is; the page looks again until it is done. */
export function ProofRefresh({ done, total }: { done: number; total: number | null }) {
  const router = useRouter();
  useEffect(() => {
    const timer = setInterval(() => router.refresh(), EVERY);
    return () => clearInterval(timer);
  }, [router]);
  return (
    <span className="tg-quiet" role="status">
      {PROOF.running} {formatCount(done)}
      {total === null ? "" : ` / ${formatCount(total)}`}
    </span>
  );
}
