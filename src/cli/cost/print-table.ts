import { columns } from "../../base/columns";
import { counted } from "../../base/text";
import { sumOfCosts, type MonthlyCost } from "../../model/key-cost";
import type { CostedDeployment, CostedKeySet } from "./costed-deployment";
import { money } from "../money";
import { COST_COLUMNS, COST_HEADS, LEAST_WIDTHS, paragraph } from "./layout";
import { printPrices } from "./print-prices";
import { printQuotas } from "./print-quotas";
import { sumByPartition, sumByRegion, type CostedRegion } from "./sum-deployments";

/** The costs for people, at 80 columns: each deployment, all Regions, other keys, requests, quotas. */
export function printCostTable(
  deployments: readonly CostedDeployment[],
  requests: number | undefined,
): string {
  const regions = sumByRegion(deployments);
  const lines = [
    ...deployments.flatMap((deployment) => [...printDeployment(deployment), ""]),
    ...printTotals(deployments),
    ...printRegions(regions),
    ...printPrices(deployments, requests),
    ...printQuotas(regions),
  ];
  return lines.map((line) => `${line}\n`).join("");
}

function printDeployment(deployment: CostedDeployment): string[] {
  const { name, keySets, keyCosts, prices, regions } = deployment;
  const own = keySets.filter(({ payer }) => payer.kind === "deployment");
  const keys = own.reduce((sum, keySet) => sum + keySet.keys, 0);
  const where = `${counted(keys, "key")} in ${counted(regions.length, "Region")}`;
  const all = sumOfCosts(keyCosts);
  const price = prices === undefined ? "at unknown prices" : `${money(all.now)} ${prices.currency} a month`;
  const rows = keySets.map(keySetRow);
  return [
    `${name}: ${where}, ${price}`,
    "",
    ...columns(
      [
        ["key set", ...COST_HEADS],
        ...rows,
        ...(own.length > 1 && prices !== undefined ? [["all", String(keys), ...amounts(all), ""]] : []),
      ],
      COST_COLUMNS,
      LEAST_WIDTHS,
    ),
    ...remarks(keySets),
  ];
}

function keySetRow({ name, strategy, payer, keys, cost }: CostedKeySet): string[] {
  if (payer.kind !== "deployment") return [name, "-", "-", "-", "-", strategy];
  return [name, String(keys), ...(cost === undefined ? UNKNOWN : amounts(cost)), strategy];
}

/** What the table cannot say of key sets. */
function remarks(keySets: readonly CostedKeySet[]): string[] {
  const free = keySets.filter(({ payer }) => payer.kind === "provider").map(({ name }) => name);
  return [
    ...(free.length === 0
      ? []
      : paragraph(`${free.join(", ")}: no charge for keys that the provider keeps.`)),
    ...keySets.flatMap(({ name, payer, disabled }) => {
      if (payer.kind === "owner")
        return paragraph(
          `${name}: keys that stand already, paid by their owner: ${payer.accounts.join(", ")}.`,
        );
      return disabled === 0
        ? []
        : paragraph(`${name}: ${counted(disabled, "disabled key")}, at the price of enabled ones.`);
    }),
  ];
}

const UNKNOWN = ["?", "?", "?"];

function amounts({ now, afterFirstRotation, afterSecondRotation }: MonthlyCost): string[] {
  return [now, afterFirstRotation, afterSecondRotation].map(money);
}

function printTotals(deployments: readonly CostedDeployment[]): string[] {
  if (deployments.length === 1) return [];
  const rows = sumByPartition(deployments).map(({ partition, currency, cost }) => [
    `${currency} in ${partition}`,
    String(cost.keys),
    ...amounts(cost),
    "",
  ]);
  const head = [`all ${deployments.length} deployments`, ...COST_HEADS];
  return rows.length === 0 ? [] : [...columns([head, ...rows], COST_COLUMNS, LEAST_WIDTHS), ""];
}

function printRegions(regions: readonly CostedRegion[]): string[] {
  const accounts = new Set(regions.map(({ account }) => account));
  const rows = regions.map(({ region, account, cost, quotas }) => {
    const name = accounts.size > 1 ? `${region} of ${account ?? "the caller"}` : region;
    const keys = quotas.find(({ quota }) => quota.id === "keys")?.used ?? cost?.keys ?? 0;
    return [name, String(keys), ...(cost === undefined ? UNKNOWN : amounts(cost)), ""];
  });
  return [...columns([["Region", ...COST_HEADS], ...rows], COST_COLUMNS, LEAST_WIDTHS), ""];
}
