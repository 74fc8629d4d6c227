import { isManagedKey } from "../../../../model/key";
import { addressOf, type TerraformProgram } from "../../../../terraform/program";
import { elementsOf } from "../../../../terraform/program-index";
import type { GuidePart, GuideSection } from "../../../../terraform/companion";
import { terraformIn, type GuideSubject } from "./guide-subject";
import { code, codes, commands, paragraph, points, section, steps, table } from "./parts";

/** How the deployment is applied and destroyed, and what may go wrong the first time. */
export function applySections(subject: GuideSubject): readonly GuideSection[] {
  return [
    ...section("Applying", [
      ...(subject.hasStacks
        ? stackOrder(subject)
        : [commands(["terraform", "init"], ["terraform", "apply"])]),
      ...secretInputs(subject),
      points(
        "`deployer-policy.json` is the IAM policy that the role needs which applies the root module. Deleting what is protected is not in it.",
        "`terraform init -backend=false && terraform test` holds the files against the spec, without an account.",
        ...(subject.request.provider.account === undefined
          ? [
              "The spec names no account: set `provider.account`, and Terraform refuses to work in any other one.",
            ]
          : []),
        ...closedKeySets(subject),
      ),
    ]),
    ...recovery(subject),
    ...destroying(subject),
  ];
}

/** Key sets whose policies are all there is: no IAM policy lets anyone apply them. */
function closedKeySets({ plan }: GuideSubject): readonly string[] {
  const closed = plan.keySets.filter(({ keyIn }) =>
    [...keyIn.values()].some((key) => isManagedKey(key) && !key.settings.policy.accountRoot),
  );
  if (closed.length === 0) return [];
  const operators =
    plan.databases.length === 0 ? "" : ", and only their operators create databases with the keys";
  return [
    `The key policies of ${codes(closed.map(({ name }) => name))} say \`accountRoot: false\`: only their administrators can apply them${operators}, whatever IAM policies allow.`,
  ];
}

function stackOrder({ programs }: GuideSubject): readonly GuidePart[] {
  const rows = programs.map(({ name, dependsOn }, index) => [
    String(index + 1),
    code(name),
    dependsOn.length === 0 ? "nothing" : codes(dependsOn),
  ]);
  return [
    paragraph("Each stack is a root module with a state of its own. Apply them in this order:"),
    table(["order", "stack", "reads or follows"], rows),
    commands(
      ...programs.flatMap(({ name }) => [
        ["terraform", `-chdir=${name}`, "init"],
        ["terraform", `-chdir=${name}`, "apply"],
      ]),
    ),
  ];
}

/** Variables without a default are passwords; they are asked for, or taken from the environment. */
function secretInputs({ programs }: GuideSubject): readonly GuidePart[] {
  const names = programs.flatMap(({ variables }) =>
    variables.filter((variable) => variable.default === undefined).map(({ name }) => name),
  );
  if (names.length === 0) return [];
  return [
    paragraph(
      "Passwords go through ephemeral variables into write-only arguments, and stand in no state or plan. Give them in the environment; to change one later, raise its `_version` variable too.",
    ),
    {
      kind: "code",
      language: "sh",
      text: names.map((name) => `read -rs TF_VAR_${name} && export TF_VAR_${name}`).join("\n"),
    },
  ];
}

/** The provider waits two minutes for a replica key: https://github.com/hashicorp/terraform-provider-aws/issues/49915 */
function recovery(subject: GuideSubject): readonly GuideSection[] {
  const replicas = subject.programs.flatMap((program) =>
    elementsOf(program)
      .filter(({ kind, type }) => kind === "resource" && /^aws_kms_replica_(external_)?key$/.test(type))
      .map((element) => ({ program, element })),
  );
  const [first] = replicas;
  if (first === undefined) return [];
  const { element, program } = first;
  const address = addressOf(element);
  const terraform = terraformIn(subject, program.name);
  return section("When a replica key times out", [
    paragraph(
      "The provider waits two minutes for a replica key, and KMS sometimes takes longer. The key is there all the same, but Terraform holds it for broken and would make it again, which KMS refuses with `AlreadyExistsException`. Keep it:",
    ),
    commands([...terraform, "untaint", address], [...terraform, "apply"]),
    paragraph("Where it never came into the state, import it by the id of its primary key:"),
    commands([...terraform, "import", address, importId("KEY_ID", program, element.region ?? "")]),
  ]);
}

/** What an import names: with a Region behind it where resources say their Region by an argument. */
export function importId(id: string, { placementStyle }: TerraformProgram, region: string): string {
  return placementStyle === "argument" ? `${id}@${region}` : id;
}

function destroying(subject: GuideSubject): readonly GuideSection[] {
  const { hasStacks, plan } = subject;
  const protectedOnes = [
    ...plan.databases.filter(({ protect }) => protect).map(({ name }) => name),
    ...plan.keySets
      .filter(({ keyIn }) => [...keyIn.values()].some((key) => "protect" in key && key.protect))
      .map(({ name }) => name),
  ];
  return section("Destroying", [
    steps(
      ...(protectedOnes.length === 0
        ? []
        : [
            `Set \`protect: false\` on ${codes(protectedOnes)} and \`deletionProtection: false\` on the databases, emit, give the role the new \`deployer-policy.json\`, and apply; until then Terraform and IAM refuse.`,
          ]),
      hasStacks
        ? "Destroy the stacks in the opposite order, databases before keys: `terraform -chdir=STACK destroy`."
        : "`terraform destroy` removes replicas and secondary clusters first, then the primary ones, then the keys.",
      "Keys are not gone but scheduled for deletion. Until their waiting period ends they can be saved (see the runbook); a replica key cannot be made again in the same Region before that.",
    ),
  ]);
}
