import "./_components/explain.css";
import type { Metadata } from "next";
import { EmptyState, ErrorState, LinkButton, PageHeader } from "@/components/ui";
import { requireMember } from "@/lib/auth";
import { explainLimits, type ExplainedLimits } from "@/lib/checks";
import { explainLimitsInput, type ExplainLimitsInput } from "@/lib/checks/schemas";
import { AppError } from "@/lib/kernel/errors";
import { ExplainForm } from "./_components/explain-form";
import { ExplainedView } from "./_components/explained-view";
import { readPlaces } from "./_components/read-places";
import { WORDS } from "./_components/words";

export const metadata: Metadata = { title: WORDS.title };

type Address = Readonly<Record<string, string | string[] | undefined>>;

/** Which limits count for somebody, which do not and why, and what would pass now. The address holds who and where. */
export default async function ExplainPage({
  params,
  searchParams,
}: PageProps<"/m/[merchant]/limits/explain">) {
  const [{ merchant }, address] = await Promise.all([params, searchParams]);
  const ctx = await requireMember(merchant);
  const wish = wishOf(address);
  const [places, found] = await Promise.all([readPlaces(ctx), wish ? explained(ctx, wish) : null]);
  return (
    <>
      <PageHeader
        title={WORDS.title}
        description={WORDS.about}
        actions={
          <LinkButton variant="default" href={`/m/${merchant}/limits`}>
            {WORDS.back}
          </LinkButton>
        }
      />
      <ExplainForm key={JSON.stringify(wish)} merchant={merchant} places={places} given={wish ?? {}} />
      {found === null ? (
        <EmptyState title={WORDS.emptyTitle}>{WORDS.empty}</EmptyState>
      ) : (
        <Found merchant={merchant} found={found} places={places} asked={wish?.customer ?? ""} />
      )}
    </>
  );
}

type FoundProps = {
  merchant: string;
  found: ExplainedLimits | "unknown" | "wrong";
  places: Awaited<ReturnType<typeof readPlaces>>;
  asked: string;
};

function Found({ merchant, found, places, asked }: FoundProps) {
  if (found === "unknown") return <ErrorState title={WORDS.unknown(asked)}>{WORDS.unknownHelp}</ErrorState>;
  if (found === "wrong") return <ErrorState title={WORDS.wrong}>{WORDS.again}</ErrorState>;
  return <ExplainedView merchant={merchant} limits={found} places={places} />;
}

const FIELDS = ["customer", "session", "roles", "cost", "module", "bot", "store"] as const;

/** What the address asks; null when it asks for nobody. Empty fields count as not given. */
function wishOf(address: Address): ExplainLimitsInput | null {
  const given = FIELDS.flatMap((name) => {
    const value = address[name];
    return typeof value === "string" && value.trim() !== "" ? [[name, value.trim()]] : [];
  });
  const wish: ExplainLimitsInput = Object.fromEntries(given);
  if (address["guest"] === "true") return { ...wish, guest: "true" };
  return wish.customer !== undefined || wish.roles !== undefined ? wish : null;
}

type Ctx = Awaited<ReturnType<typeof requireMember>>;

async function explained(ctx: Ctx, wish: ExplainLimitsInput): Promise<ExplainedLimits | "unknown" | "wrong"> {
  if (!explainLimitsInput.safeParse(wish).success) return "wrong";
  try {
    return await explainLimits(ctx, wish);
  } catch (error) {
    if (error instanceof AppError && error.code === "not_found") return "unknown";
    throw error;
  }
}
