import { isManagedKey, type KeySet } from "../../../../model/key";
import type { DeploymentPlan } from "../../../../model/plan";
import { sortedUnique } from "../../../../base/ordering";
import { addressOf, type TerraformProgram } from "../../../../terraform/program";
import { elementsOf } from "../../../../terraform/program-index";
import type { GuideSection } from "../../../../terraform/companion";
import { policyLimits } from "../../catalog/policy-limits";
import {
  applyCommands,
  secretInputs,
  terraformIn,
  workspacePoints,
} from "../../../common/companions/applying";
import type { GuideSubject } from "./guide-subject";
import {
  code,
  codes,
  commands,
  paragraph,
  points,
  section,
  steps,
} from "../../../common/companions/guide-parts";

/** How the deployment is applied and destroyed, and what may go wrong the first time. */
export function applySections(subject: GuideSubject): readonly GuideSection[] {
  return [
    ...section("Applying", [
      ...secretInputs(subject.programs),
      ...applyCommands(subject.programs, subject.hasStacks),
      points(
        ...deployerRole(subject),
        ...assumedRole(subject),
        ...workspacePoints(subject.request, subject.programs),
        ...materialFirst(subject),
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

/** The policies of the role that applies. */
function deployerRole({ plan, policies }: GuideSubject): readonly string[] {
  const { identityPolicyCharacters, policiesOfRole } = policyLimits;
  const most = Math.max(...policies.map(({ documents }) => documents.length));
  return [
    most <= 1
      ? "`deployer-policy.json` is the IAM policy that the role needs which applies the root module. Deleting what is protected is not in it."
      : `\`deployer-policy.json\` and the numbered files beside it are IAM policies; the role which applies the root module needs all of them. IAM takes ${identityPolicyCharacters.maximum} characters in one. Deleting what is protected is in none.`,
    ...(policies.some(({ breadth }) => breadth === "deployment")
      ? [
          `The policies allow the same for everything in RDS and its logs whose name begins with ${code(`${plan.name}-`)}, deletions too: with each database named, they would be more than the ${policiesOfRole.maximum} that a role takes.`,
        ]
      : []),
    ...keysToldApart(plan),
    ...(most > policiesOfRole.maximum
      ? [
          `A role takes ${policiesOfRole.maximum} policies: have the quota of managed policies per role raised first.`,
        ]
      : []),
  ];
}

/** The provider takes the role; the backend, and what reads other states, has the credentials of whoever starts Terraform. */
function assumedRole({ request }: GuideSubject): readonly string[] {
  const { assumeRoleArn } = request.provider;
  if (assumeRoleArn === undefined) return [];
  const state =
    request.terraform.backend?.s3 === undefined
      ? ""
      : " They also read and write the state: the statements `ListStates` to `EncryptState` are theirs, not the role's.";
  return [
    `Terraform acts as ${code(assumeRoleArn)}: that is the role. The credentials that it is started with need \`sts:AssumeRole\` on it.${state}`,
  ];
}

/** Keys without material, and databases that are to be created with them. */
function materialFirst({ plan, encryption, hasStacks }: GuideSubject): readonly string[] {
  const waiting = plan.keySets.flatMap(({ name, origin, keyIn }) => {
    const users = [...keyIn.values()].flatMap((key) =>
      isManagedKey(key) ? encryption.usersOf({ keySet: name, region: key.region }) : [],
    );
    return origin === "external" && users.length > 0 ? [{ name, users }] : [];
  });
  if (waiting.length === 0) return [];
  const users = sortedUnique(waiting.flatMap((one) => one.users.map(({ member }) => member.database)));
  const sets = codes(waiting.map(({ name }) => name));
  return [
    hasStacks
      ? `The keys of ${sets} encrypt nothing before their material is imported: do that, as the runbook says, between the stacks of keys and those of databases (${codes(users)}).`
      : `The keys of ${sets} encrypt nothing before their material is imported: the first apply stops at ${codes(users)}. Import it as the runbook says, and apply again.`,
  ];
}

/** IAM knows keys by their ids, which they have once they are made. */
function keysToldApart({ keySets }: DeploymentPlan): readonly string[] {
  const made = keySets.filter(({ keyIn }) => [...keyIn.values()].some(isManagedKey));
  const others = made.filter((keySet) => !isProtected(keySet));
  if (others.length === 0 || others.length === made.length) return [];
  return [
    `${codes(others.map(({ name }) => name))} may be deleted, and IAM does not tell keys apart before they are made: as far as the policy goes, the protected keys of the same Regions may be deleted too.`,
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

function isProtected({ keyIn }: KeySet): boolean {
  return [...keyIn.values()].some((key) => isManagedKey(key) && key.protect);
}

function destroying(subject: GuideSubject): readonly GuideSection[] {
  const { hasStacks, plan } = subject;
  const keySets = plan.keySets.filter(({ keyIn }) => [...keyIn.values()].some(isManagedKey));
  const replicas = plan.keySets.some(({ strategy }) => strategy === "multi-region")
    ? "; a replica key cannot be made again in the same Region before that"
    : "";
  const end =
    plan.databases.length === 0
      ? "`terraform destroy` removes replica keys first, then their primary ones."
      : "`terraform destroy` removes replicas and secondary clusters first, then the primary ones, then the keys.";
  return section("Destroying", [
    steps(
      ...lifting(plan),
      hasStacks
        ? "Destroy the stacks in the opposite order, databases before keys: `terraform -chdir=STACK destroy`."
        : end,
      ...(keySets.length === 0
        ? []
        : [
            `Keys are not gone but scheduled for deletion. ${keptSnapshots(plan)}Until their waiting period ends they can be saved (see the runbook)${replicas}.`,
          ]),
    ),
  ]);
}

function keptSnapshots({ databases, encryption, keySets }: DeploymentPlan): string {
  const made = new Set(
    keySets.filter(({ keyIn }) => [...keyIn.values()].some(isManagedKey)).map(({ name }) => name),
  );
  const hasKept = databases.some(
    ({ name, backup }) =>
      backup.finalSnapshot &&
      encryption.some(
        ({ member, use, key }) => member.database === name && use === "storage" && made.has(key.keySet),
      ),
  );
  return hasKept
    ? "The final snapshots of the databases are lost with them: copy those that are to stay to another key first. "
    : "";
}

/** What keeps databases and keys from being destroyed, and is taken back first. */
function lifting({ databases, keySets }: GuideSubject["plan"]): readonly string[] {
  const kept = [...databases.filter(({ protect }) => protect), ...keySets.filter(isProtected)];
  const guarded = databases.filter(({ deletionProtection }) => deletionProtection);
  const settings = [
    ...(kept.length === 0 ? [] : [`\`protect: false\` on ${codes(kept.map(({ name }) => name))}`]),
    ...(guarded.length === 0
      ? []
      : [`\`deletionProtection: false\` on ${codes(guarded.map(({ name }) => name))}`]),
  ];
  if (settings.length === 0) return [];
  const set = `Set ${settings.join(" and ")}, emit,`;
  if (kept.length === 0) return [`${set} and apply; until then RDS refuses.`];
  const refusing = guarded.length === 0 ? "Terraform and IAM" : "Terraform, IAM and RDS";
  return [`${set} give the role the new \`deployer-policy.json\`, and apply; until then ${refusing} refuse.`];
}
