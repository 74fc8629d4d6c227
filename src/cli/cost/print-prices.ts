import { columns } from "../../base/columns";
import { groupBy } from "../../base/group-by";
import type { MonthlyCost } from "../../model/key-cost";
import { sumOfCosts } from "../../model/key-cost";
import { symmetricRequestCost, type PriceList, type RequestPrice } from "../../model/prices";
import type { CostedDeployment } from "./costed-deployment";
import { money } from "../money";
import { COST_COLUMNS, COST_HEADS, grouped, LEAST_WIDTHS, paragraph } from "./layout";

/** For each partition what the provider's own keys and requests cost there, and where the prices are from. */
export function printPrices(
  deployments: readonly CostedDeployment[],
  requests: number | undefined,
): string[] {
  return [...groupBy(deployments, ({ partition }) => partition)].flatMap(([partition, group]) => {
    const [first] = group;
    if (first?.prices === undefined) return [...paragraph(unknown(partition)), ""];
    const cost = sumOfCosts(group.flatMap(({ keyCosts }) => keyCosts));
    return [
      ...printAlternatives(first),
      ...(first.prices.requests === undefined
        ? []
        : printRequests(first.prices.requests, first.prices.currency, requests)),
      ...paragraph([...explain(partition, first.prices, cost), ...first.priceNotes, ADVISE].join(" ")),
      "",
    ];
  });
}

function unknown(partition: string): string {
  return `Prices of partition ${partition} are not known to keyspan, and it does not guess: give them with --prices.`;
}

function printAlternatives({ alternatives }: CostedDeployment): string[] {
  if (alternatives.length === 0) return [];
  const rows = alternatives.map(({ title, perKey, areRequestsCharged }) => [
    title,
    "any",
    ...[perKey, perKey, perKey].map(money),
    areRequestsCharged ? "requests charged" : "requests free",
  ]);
  const head = ["instead of own keys", ...COST_HEADS];
  return [...columns([head, ...rows], COST_COLUMNS, LEAST_WIDTHS), ""];
}

function printRequests(price: RequestPrice, currency: string, requests: number | undefined): string[] {
  const { per, free, symmetric, asymmetric, bySpec } = price;
  const rows = [
    [
      "symmetric, HMAC",
      amount(symmetric),
      free === 0 ? "" : `${grouped(free)} a month free, over all Regions`,
    ],
    ["asymmetric", amount(asymmetric), ""],
    ...Object.entries(bySpec).map(([spec, one]) => [`  ${spec}`, amount(one), ""]),
  ];
  const lines = columns(
    [[`requests, each ${grouped(per)}`, currency, ""], ...rows],
    ["left", "right", "left"],
    LEAST_WIDTHS.slice(0, 2),
  );
  if (requests === undefined) return [...lines, ""];
  const cost = money(symmetricRequestCost(requests, price));
  const text = `${grouped(requests)} requests a month to symmetric keys cost ${cost} ${currency}, in all Regions and deployments together.`;
  return [...lines, ...paragraph(text), ""];
}

/** Prices of requests are small: all of their decimal places, and at least two. */
function amount(price: number): string {
  const text = String(price);
  return text.length > money(price).length ? text : money(price);
}

const ADVISE = "What the provider's own keys rule out, keyspan advise says.";

function explain(
  partition: string,
  { asOf, source, currency, chargedRotations }: PriceList,
  cost: MonthlyCost,
): readonly string[] {
  return [
    `Prices in ${partition} of ${asOf}, for a month: ${source}.`,
    risesBy(chargedRotations, cost, currency),
  ];
}

function risesBy(chargedRotations: number, cost: MonthlyCost, currency: string): string {
  if (chargedRotations === 2) return "Rotations after the second one add nothing.";
  if (Number.isFinite(chargedRotations))
    return `The price rises until rotation ${chargedRotations}, here to ${money(cost.atMost)} ${currency} a month.`;
  return `Every rotation adds to the price, for ever: ${money(cost.afterOneYear)} ${currency} a month after one year, ${money(cost.afterTwoYears)} after two.`;
}
