import type { GuidePart } from "../../../../terraform/companion";
import { addressOf } from "../../../../terraform/program";
import { elementsOf } from "../../../../terraform/program-index";
import { importId } from "./apply-sections";
import { textArgument } from "../../../common/companions/text-argument";

import type { GuideSubject } from "./guide-subject";
import { heading, paragraph, steps, table } from "../../../common/companions/guide-parts";

/** Adding and removing Regions, and taking over what stands already. */
export function regionRunbook(subject: GuideSubject): readonly GuidePart[] {
  const { plan } = subject;
  const isRegional = plan.layout === "regional";
  const hasDatabases = plan.databases.length > 0;
  const parts = hasDatabases ? "databases and key sets" : "key sets";
  return [
    heading("Adding a Region"),
    steps(
      `Add it to \`regions\`${hasDatabases ? " with its network" : ""}, and to the lists of Regions of ${parts} that have such a list.`,
      "Emit, and give the role the new `deployer-policy.json`: that of before ends at the Regions of before.",
      isRegional
        ? "Review, and apply the stacks that are new or changed, in the order that stands under Applying."
        : `Review and apply: the plan ${plan.keySets.some(({ strategy }) => strategy === "multi-region") ? "adds, and lets the multi-Region keys into the new Region by their policies" : "only adds"}.${hasDatabases ? " Keys come first, then the members, into which all data is copied." : ""}`,
    ),
    heading("Removing a Region"),
    steps(
      ...(hasDatabases
        ? [
            "Make sure that no member there takes the writes, and keep a snapshot that another Region's key encrypts.",
            "Set `deletionProtection: false` and `protect: false` on its databases.",
          ]
        : []),
      "Set `protect: false` on its key sets, emit, give the role the new `deployer-policy.json`, and apply. This is for all Regions: put it back at the end.",
      isRegional
        ? "Destroy the Region's stacks while their files are there, databases before keys; then take the Region out of the spec, emit, and apply the stacks that changed."
        : `Take it out of the ${parts}, emit and apply${databasesFirst(plan)}, with the policies that the role has. It stays under \`regions\` meanwhile: Terraform needs the Region's provider to remove what is there.`,
      `The Region's key is scheduled for deletion with that. ${hasDatabases ? "Snapshots under it are" : "What only it can decrypt is"} lost when its waiting period ends.`,
      ...(isRegional ? [] : ["Take it out of `regions`, and emit."]),
    ),
    ...imports(subject),
  ];
}

/** A key that goes before its database makes that inaccessible: what is applied first to create goes last. */
function databasesFirst({ layout, databases }: GuideSubject["plan"]): string {
  return layout === "single" || databases.length === 0
    ? ""
    : " in the opposite order, databases before the keys that encrypt them";
}

/** What the import of a resource type names, where it is not the id of a key. */
const IMPORT_ARGUMENTS: Readonly<Record<string, string>> = {
  aws_db_instance: "identifier",
  aws_kms_alias: "name",
  aws_rds_cluster: "clusterIdentifier",
  aws_rds_cluster_instance: "identifier",
  aws_rds_global_cluster: "globalClusterIdentifier",
};

function imports({ hasStacks, plan, programs }: GuideSubject): readonly GuidePart[] {
  const seen = new Set<string>();
  const rows = programs.flatMap((program) =>
    elementsOf(program).flatMap((element) => {
      const isKey = element.kind === "resource" && /^aws_kms_.*key$/.test(element.type);
      const argument = IMPORT_ARGUMENTS[element.type];
      if ((!isKey && argument === undefined) || seen.has(element.type)) return [];
      seen.add(element.type);
      const id = argument === undefined ? "KEY_ID" : (textArgument(element, argument) ?? "ID");
      const region = element.region ?? plan.primaryRegion;
      const row = [`\`${addressOf(element)}\``, `\`${importId(id, program, region)}\``];
      return [hasStacks ? [`\`${program.name}\``, ...row] : row];
    }),
  );
  if (rows.length === 0) return [];
  return [
    heading("Taking over what stands already"),
    paragraph(
      "A global database is built around an existing cluster with `adopt`, and existing keys are named by strategy `existing`; neither is imported. Anything else comes into the state by `terraform import ADDRESS ID`, for instance:",
    ),
    table([...(hasStacks ? ["stack"] : []), "address", "id"], rows),
    paragraph(
      "Plan before you apply: an import is right when nothing is replaced or destroyed. The CDKTF stacks of the same spec have the same addresses and the same state, so that either can go on with what the other applied.",
    ),
  ];
}
