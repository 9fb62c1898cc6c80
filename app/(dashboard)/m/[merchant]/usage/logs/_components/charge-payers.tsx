import { CopyId, Credits } from "@/components/ui";
import type { Charge } from "@/lib/logs";
import { lotWords, quotasOf } from "./charge-parts";

/** Who paid a charge: each lot with its part, what counted against quotas, what nobody covered. It adds up to the cost. */
export function ChargePayers({ charge }: { charge: Charge }) {
  const { fromBalance, fromQuota, overdraft } = charge;
  return (
    <table className="tg-log-formula">
      <caption>Who paid</caption>
      <tbody>
        {fromBalance > 0n ? (
          <tr>
            <td>From the balance</td>
            <td>
              <Credits micros={fromBalance} places={6} />
            </td>
          </tr>
        ) : null}
        {charge.lots.map((paid) => (
          <tr key={paid.lot} className="tg-log-part">
            <td>
              <span dir="auto">{lotWords(paid)}</span> <CopyId id={paid.lot} label="Copy lot id" />
            </td>
            <td>{paid.amount}</td>
          </tr>
        ))}
        {fromQuota > 0n ? <QuotaRows charge={charge} /> : null}
        {overdraft > 0n ? (
          <tr>
            <td>Nobody: overdraft, which blocks the next request</td>
            <td>
              <Credits micros={overdraft} places={6} />
            </td>
          </tr>
        ) : null}
        <tr data-total>
          <td>Charged</td>
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
        <td>Against {quotas.length > 1 ? "each of these quotas" : "the quota"}</td>
        <td>
          <Credits micros={charge.fromQuota} places={6} />
        </td>
      </tr>
      {quotas.map((quota) => (
        <tr key={`${quota.id} ${quota.scope}`} className="tg-log-part">
          <td>
            {quota.scope} <CopyId id={quota.id} label="Copy quota id" />
          </td>
          <td>
            {quota.limit === null ? `${quota.used} used, no limit` : `${quota.used} of ${quota.limit} used`}
          </td>
        </tr>
      ))}
    </>
  );
}
