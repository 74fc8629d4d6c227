import { keyCosts, sumOfCosts, type MonthlyCost } from "../../../../model/key-cost";
import { isManagedKey, type KeySet, type PlannedKey } from "../../../../model/key";
import type { GuideSection } from "../../../../terraform/companion";
import { overviewSections } from "../../../common/companions/overview";
import { keyPrices } from "../../catalog/prices";
import { SERVICE_KEY_ALIAS } from "../../service-key";
import type { GuideSubject } from "./guide-subject";
import { code, codes, paragraph, section, table } from "../../../common/companions/guide-parts";

/** What the deployment is, and what its keys cost. */
export function introduction(subject: GuideSubject): readonly GuideSection[] {
  const { plan, encryption } = subject;
  return [
    ...overviewSections({
      plan,
      encryption,
      nameHeading: "alias or ARN",
      nameOf,
      useWords: USE_WORDS,
    }),
    ...costSection(subject),
  ];
}

function nameOf({ purposes }: KeySet, key: PlannedKey): string {
  if (isManagedKey(key)) return codes(key.settings.aliases.map((alias) => `alias/${alias}`));
  if (key.kind === "provider-managed-key" && purposes.includes("database")) return code(SERVICE_KEY_ALIAS);
  return key.kind === "existing-key" ? code(key.id) : "none";
}

const USE_WORDS = {
  storage: "storage",
  insights: "Performance Insights",
  logs: "logs",
  secret: "master secret",
  "backup-replication": "replicated backups",
  "snapshot-copy": "snapshot copy",
} as const;

function costSection({ plan, partition }: GuideSubject): readonly GuideSection[] {
  const price = keyPrices.get(partition.name);
  const costs = price === undefined ? [] : keyCosts(plan.keySets, price);
  if (price === undefined || costs.length === 0) return [];
  const row = (name: string, { keys, now, afterFirstRotation, atMost }: MonthlyCost) => [
    name,
    String(keys),
    ...[now, afterFirstRotation, atMost].map((amount) => amount.toFixed(2)),
  ];
  const rows = [...costs.map((cost) => row(code(cost.keySet), cost)), row("all", sumOfCosts(costs))];
  return section("Cost of the keys", [
    table(
      [
        "key set",
        "keys",
        `${price.currency} a month`,
        "after one rotation",
        "after two rotations, and at most",
      ],
      rows,
    ),
    paragraph(
      `Prices as of ${price.asOf}, without requests: ${price.source}. A multi-Region primary key and each of its replica keys cost as much as independent keys.`,
    ),
  ]);
}
