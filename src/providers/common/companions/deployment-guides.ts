import type { DeploymentPlan } from "../../../model/plan";
import type { Companion, Guide, GuideSection } from "../../../terraform/companion";
import type { TerraformProgram } from "../../../terraform/program";
import { code, codes, commands, paragraph, section } from "./guide-parts";
import { moduleSections } from "./module-sections";

/** What the guide of a deployment says, before and after what its root modules take and give. */
export interface GuideContents {
  readonly before: readonly GuideSection[];
  readonly after: readonly GuideSection[];
}

/**
 * The guides of a deployment. A single root module has everything in one; of several, each says what it is, and
 * one above them what concerns them all.
 */
export function deploymentGuides(
  plan: DeploymentPlan,
  programs: readonly TerraformProgram[],
  { before, after }: GuideContents,
): readonly Companion[] {
  const guideAt = (folder: string, guide: Guide): Companion => ({
    kind: "guide",
    path: `${folder}/README.md`,
    guide,
  });
  const [only] = programs;
  if (plan.layout === "single" && only !== undefined) {
    return [
      guideAt(only.folder, {
        title: only.name,
        sections: [...before, ...moduleSections(only), ...after],
      }),
    ];
  }
  return [
    guideAt(plan.name, { title: plan.name, sections: [...before, ...after] }),
    ...programs.map((program) => guideAt(program.folder, stackGuide(plan, program))),
  ];
}

function stackGuide(plan: DeploymentPlan, program: TerraformProgram): Guide {
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
