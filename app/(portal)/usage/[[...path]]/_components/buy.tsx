/** @jsxImportSource hono/jsx */
import { AppError } from "@/lib/kernel/errors";
import { env } from "@/lib/kernel/env";
import { buyPackage } from "@/lib/portal";
import { Frame } from "./frame";
import { MessageScreen } from "./message-screen";
import { page, redirect } from "./reply";
import { addressIn, type Visitor, visitOf } from "./visitor";

/** Sends a customer to where a package is paid; whoever is not signed in goes to the page, which says how to be. */
export async function buy(visitor: Visitor, request: Request): Promise<Response> {
  const wanted = (await request.formData()).get("package");
  const visit = await visitOf(visitor);
  if (!visit || typeof wanted !== "string" || !visitor.options.buycredits)
    return redirect(addressIn(visitor, ""));
  const back = (more: Record<string, string>) =>
    new URL(addressIn(visitor, "", { more }), env().url).toString();
  // A frame's address is worth nothing at the top: back means the shop's own page around it.
  const home = visitor.query.has("embed") ? visitor.portal.merchant.dashboardUrl : null;
  try {
    const address = await buyPackage(visit, {
      package: wanted,
      successUrl: home ?? back({ bought: "1" }),
      cancelUrl: home ?? back({}),
    });
    return visitor.embedded
      ? page(visitor, <LeaveFrame visitor={visitor} address={address} />)
      : redirect(address);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    const { title } = visitor.words.broken;
    return page(visitor, <MessageScreen visitor={visitor} title={title} text={error.message} />, 409);
  }
}

/** Where is paid shows itself in no frame: one click leads the whole window there. */
function LeaveFrame({ visitor, address }: { visitor: Visitor; address: string }) {
  const { words } = visitor;
  return (
    <Frame visitor={visitor} title={words.packages}>
      <section class="card message">
        <h1>{words.packages}</h1>
        <p>{words.packagesHint}</p>
        <p>
          <a class="button" href={address} target="_top" rel="noopener">
            {words.toPayment}
          </a>
        </p>
      </section>
    </Frame>
  );
}
