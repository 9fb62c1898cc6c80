import { Badge, CopyId, Credits, Instant } from "@/components/ui";
import { formatCredits } from "@/lib/kernel/format";
import { Part } from "./part";
import { DETAIL, GRANT, typeWord } from "./words";

type Lot = {
  readonly lot: {
    readonly id: string;
    readonly category: "paid" | "promotional";
    readonly priority: number;
    readonly granted: bigint;
    readonly remaining: bigint;
    readonly held: bigint;
    readonly expiresAt: Date | null;
  };
  readonly source: string;
  readonly origin: object;
};

/** Where the credits lie, in the order they burn. */
export function LotList({ lots }: { lots: readonly Lot[] }) {
  return (
    <Part title={DETAIL.lots} note={DETAIL.lotsOrder} none={lots.length === 0 ? DETAIL.lotsNone : null}>
      <table className="tg-table tg-part-table" aria-label={DETAIL.lots}>
        <thead>
          <tr>
            <th scope="col">Source</th>
            <th scope="col" data-align="right" style={{ width: 120 }}>
              Remaining
            </th>
            <th scope="col" style={{ width: 124 }}>
              {DETAIL.expires}
            </th>
            <th scope="col" data-align="right" style={{ width: 72 }}>
              {DETAIL.priority}
            </th>
          </tr>
        </thead>
        <tbody>
          {lots.map(({ lot, source, origin }) => (
            <tr key={lot.id}>
              <td>
                {typeWord(source)} <Badge>{lot.category === "paid" ? GRANT.paid : GRANT.promotional}</Badge>{" "}
                <span className="tg-quiet">{originWords(origin)}</span>{" "}
                <CopyId id={lot.id} label="Copy lot id" />
              </td>
              <td data-align="right" data-tip={lot.held > 0n ? `${formatCredits(lot.held)} held` : undefined}>
                <Credits micros={lot.remaining} />
                <span className="tg-quiet"> / {formatCredits(lot.granted)}</span>
              </td>
              <td>{lot.expiresAt === null ? DETAIL.never : <Instant at={lot.expiresAt} />}</td>
              <td data-align="right">{lot.priority}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Part>
  );
}

/** The order it was bought with, or the reason it was given for. */
function originWords(origin: object): string {
  if ("number" in origin) return `order ${String(origin.number)}`;
  if ("order" in origin) return `order ${String(origin.order)}`;
  return "reason" in origin && typeof origin.reason === "string" ? origin.reason : "";
}
