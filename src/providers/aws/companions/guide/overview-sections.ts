import { counted } from "../../../../base/text";
import { deploymentDiagram } from "../../../../model/graph";
import { keyCosts, sumOfCosts, type MonthlyCost } from "../../../../model/key-cost";
import { isManagedKey } from "../../../../model/key";
import { keyWords } from "../../../../model/words";
import type { GuideSection } from "../../../../terraform/companion";
import { keyPrices } from "../../catalog/prices";
import type { GuideSubject } from "./guide-subject";
import { code, codes, paragraph, section, table } from "./parts";

/** What the deployment is: a sentence, the picture, the keys. */
export function overviewSections(subject: GuideSubject): readonly GuideSection[] {
  const { plan } = subject;
  const what = [
    `Deployment ${code(plan.name)}: ${counted(plan.databases.length, "database")} and ${counted(plan.keySets.length, "key set")} in ${counted(plan.regions.length, "Region")}; the primary Region is ${code(plan.primaryRegion)}.`,
    "Every file here is generated. Change the spec that the first line names, run `keyspan emit`, and review the difference.",
  ].join(" ");
  return [
    { parts: [paragraph(what)] },
    ...section("Architecture", [{ kind: "diagram", diagram: deploymentDiagram(plan) }, ...keyTable(subject)]),
    ...costSection(subject),
  ];
}

function keyTable({ plan, encryption }: GuideSubject) {
  const rows = plan.keySets.flatMap((keySet) =>
    [...keySet.keyIn.values()].map((key) => {
      const uses = new Map<string, string[]>();
      for (const { member, use } of encryption.usersOf({ keySet: keySet.name, region: key.region })) {
        const words = uses.get(member.database) ?? [];
        uses.set(member.database, words.includes(USE_WORDS[use]) ? words : [...words, USE_WORDS[use]]);
      }
      const users = [...uses].map(([database, words]) => `${code(database)}: ${words.join(", ")}`);
      const name = isManagedKey(key)
        ? codes(key.settings.aliases.map((alias) => `alias/${alias}`))
        : key.kind === "existing-key"
          ? code(key.id)
          : "none";
      return [code(keySet.name), code(key.region), keyWords(key), name, users.join("; ") || "no database"];
    }),
  );
  return rows.length === 0 ? [] : [table(["key set", "Region", "key", "alias or ARN", "encrypts"], rows)];
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
