import type { GuidePart } from "../../../../terraform/companion";
import { addressOf, type ResourceElement } from "../../../../terraform/program";
import { elementsOf } from "../../../../terraform/program-index";
import { textArgument } from "../../../common/companions/text-argument";
import { code, heading, paragraph, steps, table } from "../../../common/companions/guide-parts";
import type { GuideSubject } from "./guide-subject";

/** Adding and removing Regions, and taking over what stands already. */
export function regionRunbook(subject: GuideSubject): readonly GuidePart[] {
  const { plan } = subject;
  const isRegional = plan.layout === "regional";
  return [
    heading("Adding a Region"),
    steps(
      "Add it to `regions`, and to the lists of Regions of databases and key sets that have such a list.",
      isRegional
        ? "Emit, review, and make the roles of new stacks; apply the stacks that are new or changed, in the order that stands under Applying."
        : `Emit, review and apply: the plan only adds.${plan.databases.length === 0 ? "" : " Keys come first, then the members, into which all data is copied."}`,
    ),
    heading("Removing a Region"),
    steps(
      ...(plan.databases.length === 0
        ? []
        : [
            "Make sure that no member there takes the writes, and set `deletionProtection: false` and `protect: false` on its databases.",
          ]),
      "Set `protect: false` on its key sets, emit, give each role what its new file holds and, where others of the kind stay protected, what deletes them, and apply. This is for all Regions: put it back at the end.",
      isRegional
        ? "Destroy the Region's stacks while their files are there, databases before keys; then take the Region out of the spec, emit, and apply the stacks that changed."
        : `Take it out of the spec, emit and apply${plan.layout === "single" || plan.databases.length === 0 ? "" : " in the opposite order, databases before the keys that encrypt them"}, with the permissions that the role has.`,
      "The versions of the Region's keys are scheduled for destruction with that, and backups under them are lost when the waiting period ends.",
    ),
    ...imports(subject),
  ];
}

function imports({ hasStacks, programs, project }: GuideSubject): readonly GuidePart[] {
  const seen = new Set<string>();
  const rows = programs.flatMap((program) =>
    elementsOf(program).flatMap((element) => {
      const id = importId(project, element);
      if (element.kind !== "resource" || id === undefined || seen.has(element.type)) return [];
      seen.add(element.type);
      return [[...(hasStacks ? [code(program.name)] : []), code(addressOf(element)), code(id)]];
    }),
  );
  if (rows.length === 0) return [];
  return [
    heading("Taking over what stands already"),
    paragraph(
      "Existing keys are named by strategy `existing`, and not imported. Anything else comes into the state by `terraform import ADDRESS ID`, for instance:",
    ),
    table([...(hasStacks ? ["stack"] : []), "address", "id"], rows),
    paragraph(
      "Plan before you apply: an import is right when nothing is replaced or destroyed. The CDKTF stacks of the same spec have the same addresses and the same state, so that either can go on with what the other applied.",
    ),
  ];
}

/** What the import of an instance or a cluster names. */
function importId(project: string, element: ResourceElement): string | undefined {
  if (element.type === "google_sql_database_instance")
    return `projects/${project}/instances/${textArgument(element, "name") ?? ""}`;
  if (element.type === "google_alloydb_cluster") {
    const location = textArgument(element, "location") ?? "";
    return `projects/${project}/locations/${location}/clusters/${textArgument(element, "clusterId") ?? ""}`;
  }
  return undefined;
}
