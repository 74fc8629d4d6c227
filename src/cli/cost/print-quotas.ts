import { columns } from "../../base/columns";
import { groupBy } from "../../base/group-by";
import { isNearLimit, type QuotaUse } from "../../model/quota";
import { grouped, LEAST_WIDTHS, paragraph } from "./layout";
import type { CostedRegion } from "./sum-deployments";

/** For each quota the Region, or the key, that uses most of it; and every one that is nearly used up. */
export function printQuotas(regions: readonly CostedRegion[]): string[] {
  const uses = regions.flatMap(({ quotas }) => quotas);
  if (uses.length === 0) return [];
  const rows = [...groupBy(uses, ({ quota }) => quota).values()].flatMap((ofQuota) => {
    const near = ofQuota.filter(isNearLimit);
    const most = ofQuota.reduce((one, other) => (other.used > one.used ? other : one));
    return (near.length > 0 ? near : [most]).map(quotaRow);
  });
  const head = ["quotas in a Region", "used", "of", "", "most in"];
  return [
    ...columns([head, ...rows], ["left", "right", "right", "right", "left"], LEAST_WIDTHS.slice(0, 1)),
    ...paragraph("Counted are the given specs; what else the account has is not known here."),
    ...warnings(uses),
  ];
}

function quotaRow(use: QuotaUse): string[] {
  const { quota, region, keySet, used } = use;
  const percent = (used / quota.maximum) * 100;
  const share = used > 0 && percent < 1 ? "<1 %" : `${Math.round(percent)} %`;
  const place = used === 0 ? "" : keySet === undefined ? region : `${region}: ${keySet}`;
  return [
    quota.title,
    grouped(used),
    grouped(quota.maximum),
    share,
    isNearLimit(use) ? `${place}  near the limit` : place,
  ];
}

function warnings(uses: readonly QuotaUse[]): string[] {
  const near = [...new Set(uses.filter(isNearLimit).map(({ quota }) => quota))];
  return near.flatMap(({ title, adjustable, source }) => {
    const what = {
      yes: "the provider raises it on request",
      no: "it cannot be raised",
      unverified: "whether it can be raised is not documented",
    }[adjustable];
    return paragraph(`Near the limit: ${title}; ${what}: ${source}`);
  });
}
