import type { Companion, Guide, GuideSection } from "../../../../terraform/companion";
import type { TerraformProgram } from "../../../../terraform/program";
import type { LoweringRequest } from "../../../provider";
import { accountSections } from "./account-sections";
import { applySections } from "./apply-sections";
import { guideSubject, type GuideSubject } from "./guide-subject";
import { moduleSections } from "./module-sections";
import { overviewSections } from "./overview-sections";
import { code, codes, commands, paragraph, section } from "./parts";
import { globalDatabaseRunbook } from "./runbook-global";
import { keyRunbook } from "./runbook-keys";
import { regionRunbook } from "./runbook-regions";
import { readReplicaRunbook } from "./runbook-replicas";
import { upgradeRunbook } from "./runbook-upgrades";

/**
 * The guides of a deployment. A single root module has everything in one; of several, each says what it is, and
 * one above them what concerns them all.
 */
export function deploymentGuides(
  request: LoweringRequest,
  programs: readonly TerraformProgram[],
): readonly Companion[] {
  const subject = guideSubject(request, programs);
  const guideAt = (folder: string, guide: Guide): Companion => ({
    kind: "guide",
    path: `${folder}/README.md`,
    guide,
  });
  const { plan } = subject;
  const before = [...overviewSections(subject), ...applySections(subject)];
  const after = [...accountSections(subject), ...runbook(subject)];
  const [only] = programs;
  if (!subject.hasStacks && only !== undefined) {
    return [
      guideAt(only.folder, {
        title: only.name,
        sections: [...before, ...moduleSections(only), ...after],
      }),
    ];
  }
  return [
    guideAt(plan.name, { title: plan.name, sections: [...before, ...after] }),
    ...programs.map((program) => guideAt(program.folder, stackGuide(subject, program))),
  ];
}

function runbook(subject: GuideSubject): readonly GuideSection[] {
  return section("Runbook", [
    ...globalDatabaseRunbook(subject),
    ...readReplicaRunbook(subject),
    ...upgradeRunbook(subject),
    ...regionRunbook(subject),
    ...keyRunbook(subject),
  ]);
}

function stackGuide({ plan }: GuideSubject, program: TerraformProgram): Guide {
  const order =
    program.dependsOn.length === 0
      ? "It needs no other stack."
      : `Apply ${codes(program.dependsOn)} before it.`;
  return {
    title: program.name,
    sections: [
      {
        parts: [
          paragraph(
            `A stack of the deployment ${code(plan.name)}; the picture, the order of the stacks and the runbook are in \`../README.md\`. ${order}`,
          ),
        ],
      },
      ...section("Applying", [commands(["terraform", "init"], ["terraform", "apply"])]),
      ...moduleSections(program),
    ],
  };
}
