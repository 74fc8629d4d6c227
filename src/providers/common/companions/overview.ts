import { counted } from "../../../base/text";
import type { EncryptionIndex } from "../../../model/encryption";
import { deploymentDiagram } from "../../../model/graph";
import type { KeySet, KeyUse, PlannedKey } from "../../../model/key";
import type { DeploymentPlan } from "../../../model/plan";
import { keyWords } from "../../../model/words";
import type { GuideSection } from "../../../terraform/companion";
import { code, codes, paragraph, section, table } from "./guide-parts";

/** What a guide says of the keys of a deployment, in the words of a provider. */
export interface KeyTable {
  readonly plan: DeploymentPlan;
  readonly encryption: EncryptionIndex;
  /** What names a key, over the column that has it. */
  readonly nameHeading: string;
  readonly nameOf: (keySet: KeySet, key: PlannedKey) => string;
  readonly useWords: Readonly<Record<KeyUse, string>>;
}

/** What the deployment is: a sentence, the picture, the keys. */
export function overviewSections(keys: KeyTable): readonly GuideSection[] {
  const { plan } = keys;
  const what = [
    `Deployment ${code(plan.name)}: ${counted(plan.databases.length, "database")} and ${counted(plan.keySets.length, "key set")} in ${counted(plan.regions.length, "Region")}; the primary Region is ${code(plan.primaryRegion)}.`,
    "Every file here is generated. Change the spec that the first line names, run `keyspan emit`, and review the difference.",
  ].join(" ");
  return [
    { parts: [paragraph(what)] },
    ...section("Architecture", [{ kind: "diagram", diagram: deploymentDiagram(plan) }, ...keyTable(keys)]),
  ];
}

function keyTable({ plan, encryption, nameHeading, nameOf, useWords }: KeyTable) {
  const rows = plan.keySets.flatMap((keySet) =>
    [...keySet.keyIn.values()].map((key) => {
      const uses = new Map<string, string[]>();
      for (const { member, use } of encryption.usersOf({ keySet: keySet.name, region: key.region })) {
        const words = uses.get(member.database) ?? [];
        uses.set(member.database, words.includes(useWords[use]) ? words : [...words, useWords[use]]);
      }
      const users = [...uses].map(([database, words]) => `${code(database)}: ${words.join(", ")}`);
      return [
        code(keySet.name),
        codes(key.kind === "location-key" ? key.regions : [key.region]),
        keyWords(key),
        nameOf(keySet, key),
        users.join("; ") || "no database",
      ];
    }),
  );
  return rows.length === 0 ? [] : [table(["key set", "Region", "key", nameHeading, "encrypts"], rows)];
}
