import { CopyId, Credits } from "@/components/ui";
import type { Charge } from "@/lib/logs";
import { PRICE } from "../../_components/price-words";
import { lotWords, quotasOf } from "./charge-parts";
import { COPY, PAYERS } from "./words";

/** Who paid a charge: each lot with its part, what counted against quotas, what nobody covered. It adds up to the cost. */
export function ChargePayers({ charge }: { charge: Charge }) {
  const { fromBalance, fromQuota, overdraft } = charge;
  return (
    <table className="tg-charge-formula">
      <caption>{PAYERS.title}</caption>
      <tbody>
        {fromBalance > 0n ? (
          <tr>
            <td>{PAYERS.balance}</td>
            <td>
              <Credits micros={fromBalance} places={6} />
            </td>
          </tr>
        ) : null}
        {charge.lots.map((paid) => (
          <tr key={paid.lot} className="tg-log-part">
            <td>
              <span dir="auto">{lotWords(paid)}</span> <CopyId id={paid.lot} label={COPY.lot} />
            </td>
            <td>{paid.amount}</td>
          </tr>
        ))}
        {fromQuota > 0n ? <QuotaRows charge={charge} /> : null}
        {overdraft > 0n ? (
          <tr>
            <td>{PAYERS.nobody}</td>
            <td>
              <Credits micros={overdraft} places={6} />
            </td>
          </tr>
        ) : null}
        <tr data-total>
          <td>{PRICE.charged}</td>
          <td>
            <Credits micros={charge.cost} places={6} />
          </td>
        </tr>
      </tbody>
    </table>
  );
}

/** One part counts against every quota that applies, in full: the parts of quotas do not add up. */
function QuotaRows({ charge }: { charge: Charge }) {
  const quotas = quotasOf(charge.quotas);
  return (
    <>
      <tr>
        <td>{quotas.length > 1 ? PAYERS.quotas : PAYERS.quota}</td>
        <td>
          <Credits micros={charge.fromQuota} places={6} />
        </td>
      </tr>
      {quotas.map((quota) => (
        <tr key={`${quota.id} ${quota.scope}`} className="tg-log-part">
          <td>
            {quota.scope} <CopyId id={quota.id} label={COPY.quota} />
          </td>
          <td>
            {quota.limit === null ? PAYERS.unlimited(quota.used) : PAYERS.used(quota.used, quota.limit)}
          </td>
        </tr>
      ))}
    </>
  );
}
