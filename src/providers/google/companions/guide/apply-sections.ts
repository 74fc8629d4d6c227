import { isManagedKey } from "../../../../model/key";
import { stackOf } from "../../../../model/plan";
import type { GuidePart, GuideSection } from "../../../../terraform/companion";
import { addressOf } from "../../../../terraform/program";
import { elementsOf } from "../../../../terraform/program-index";
import {
  applyCommands,
  secretInputs,
  terraformIn,
  workspacePoints,
} from "../../../common/companions/applying";
import {
  code,
  codes,
  commands,
  heading,
  paragraph,
  points,
  section,
  steps,
} from "../../../common/companions/guide-parts";
import { databasesOf } from "../../../common/companions/databases-of";
import { firstVersions } from "./first-versions";
import { KEY_OWNER_FILE } from "./key-owner-guide";
import { fullKeyName, fullRingName, locationOf, ringName, type GuideSubject } from "./guide-subject";

/** How the deployment is applied and destroyed, and what may go wrong the first time. */
export function applySections(subject: GuideSubject): readonly GuideSection[] {
  const hasDatabases = subject.plan.databases.length > 0;
  return [
    ...section("Applying", [
      ...secretInputs(subject.programs),
      ...foreignKeys(subject),
      ...(hasDatabases ? keysFirst(subject) : []),
      ...applyCommands(subject.programs, subject.hasStacks),
      ...(hasDatabases ? [] : firstVersions(subject, "Give each its version after the apply:")),
      points(
        "`terraform init -backend=false && terraform test` holds the files against the spec, without a project.",
        ...durations(subject),
        ...impersonation(subject),
        ...bucketAccess(subject),
        ...workspacePoints(subject.request, subject.programs),
      ),
      ...secondApply(subject),
    ]),
    ...takenNames(subject),
    ...destroying(subject),
  ];
}

/** The timeouts of the provider. */
function durations({ services }: GuideSubject): readonly string[] {
  return [
    ...(services.includes("cloud-sql")
      ? [
          "Cloud SQL may take up to 90 minutes for an instance, and makes the replicas of one after the other.",
        ]
      : []),
    ...(services.includes("alloydb")
      ? ["AlloyDB may take up to 120 minutes for a cluster, and makes one after the other."]
      : []),
  ];
}

function impersonation({ request }: GuideSubject): readonly string[] {
  const account = request.provider.impersonateServiceAccount;
  if (account === undefined) return [];
  return [
    `Terraform acts as ${code(account)}: whoever runs it needs \`roles/iam.serviceAccountTokenCreator\` on it, and it has the role, not the person.`,
  ];
}

/** https://developer.hashicorp.com/terraform/language/backend/gcs: the backend acts as nobody else. */
function bucketAccess({ request }: GuideSubject): readonly string[] {
  const gcs = request.terraform.backend?.gcs;
  if (gcs === undefined) return [];
  const key =
    gcs.kmsKey === undefined
      ? ""
      : ` The service agent of Cloud Storage must be able to use ${code(gcs.kmsKey)}.`;
  return [
    `State is kept in the bucket ${code(gcs.bucket)}, with the credentials of whoever runs Terraform: they need \`roles/storage.objectUser\` on it.${key}`,
  ];
}

function foreignKeys(subject: GuideSubject): readonly GuidePart[] {
  const { foreignKeys: foreign, request } = subject;
  if (foreign.length === 0) return [];
  const binding = `Whoever owns the keys of another project first gives the service agents their use: hand over \`${subject.hasStacks ? "" : "./"}${KEY_OWNER_FILE}\`.`;
  if (request.provider.serviceAgents !== "create") return [paragraph(binding)];
  return [
    paragraph(`${binding} The agents must be there for that, so let Terraform create these alone at first:`),
    commands(...targets(subject, ["time_sleep"])),
  ];
}

/** Databases are created with keys that have a version. */
function keysFirst(subject: GuideSubject): readonly GuidePart[] {
  const applying = targets(subject, ["google_kms_crypto_key_iam_member"]);
  return firstVersions(subject, "Apply the keys alone at first, and give each its version:", applying);
}

/** An apply of nothing but the resources of some types, in every stack that has some. */
function targets(subject: GuideSubject, types: readonly string[]): readonly (readonly string[])[] {
  return subject.programs.flatMap((program) => {
    const wanted = elementsOf(program).filter(
      ({ kind, type }) => kind === "resource" && types.includes(type),
    );
    if (wanted.length === 0) return [];
    const terraform = terraformIn(subject, program.name);
    return [
      [...terraform, "init"],
      [...terraform, "apply", ...wanted.map((element) => `-target=${addressOf(element)}`)],
    ];
  });
}

/** The provider does not send the replica that takes over when it creates an instance. */
function secondApply(subject: GuideSubject): readonly GuidePart[] {
  const databases = databasesOf(subject.plan, "read-replicas").filter(
    ({ drRegion }) => drRegion !== undefined,
  );
  const stacks = new Set(
    databases.map(({ source }) => stackOf(subject.plan, "databases", source.region).name),
  );
  if (databases.length === 0) return [];
  return [
    heading("A second apply for disaster recovery"),
    paragraph(
      `The first apply creates the replicas of ${codes(databases.map(({ name }) => name))}; which of them takes over is sent by the second one, which changes \`replication_cluster\` in place. Without it there is no failover:`,
    ),
    commands(...[...stacks].map((stack) => [...terraformIn(subject, stack), "apply"])),
  ];
}

/** https://cloud.google.com/kms/docs/object-hierarchy: names of key rings and keys are taken for good. */
function takenNames(subject: GuideSubject): readonly GuideSection[] {
  const lines = subject.programs.flatMap((program) =>
    elementsOf(program).flatMap((element) => {
      if (element.kind !== "resource") return [];
      const id = importId(subject, element.type, element.name);
      return id === undefined
        ? []
        : [[...terraformIn(subject, program.name), "import", addressOf(element), id]];
    }),
  );
  if (lines.length === 0) return [];
  const ring =
    subject.request.provider.keyRing?.existing === true
      ? ""
      : ` Where somebody else keeps the key ring ${code(ringName(subject))}, write \`keyRing: { existing: true }\`.`;
  return section("When a key ring or a key exists already", [
    paragraph(
      "Key rings and keys keep their names for good, also when everything in them was destroyed: applying ends with `409 … already exists`. Take over what is there before you apply again:",
    ),
    commands(...lines),
    paragraph(
      `A key that was taken over after its versions had been destroyed needs a new one (\`gcloud kms keys versions create --primary\`); what the old ones encrypted stays lost. A key whose name was deleted never comes back: name the key set otherwise.${ring}`,
    ),
  ]);
}

function importId(subject: GuideSubject, type: string, name: string): string | undefined {
  for (const { keySet, key, elementName, ringElement } of subject.createdKeys) {
    if (type === "google_kms_key_ring" && name === ringElement) return fullRingName(subject, locationOf(key));
    if (type === "google_kms_crypto_key" && name === elementName) return fullKeyName(subject, keySet, key);
  }
  return undefined;
}

function destroying(subject: GuideSubject): readonly GuideSection[] {
  const { plan, hasStacks, services } = subject;
  const keySets = plan.keySets.filter(({ keyIn }) => [...keyIn.values()].some(isManagedKey));
  const isProtected = [...plan.databases, ...keySets.flatMap(({ keyIn }) => [...keyIn.values()])].some(
    (one) => "protect" in one && one.protect,
  );
  return section("Destroying", [
    steps(
      ...(isProtected
        ? [
            `Set \`protect: false\` on what is to go${plan.databases.length === 0 ? "" : ", and `deletionProtection: false` on databases"}, emit, give each role what its new file holds, and apply; until then Terraform and IAM refuse.`,
          ]
        : []),
      ...(hasStacks
        ? [
            "Destroy the stacks in the opposite order, databases before keys: `terraform -chdir=STACK destroy`.",
          ]
        : plan.databases.length === 0
          ? ["`terraform destroy`."]
          : [
              "`terraform destroy` removes replicas and secondary clusters first, then what they follow, then the keys.",
            ]),
      ...(services.includes("cloud-sql")
        ? ["The name of a Cloud SQL instance is free again after about a week."]
        : []),
      ...(keySets.length === 0
        ? []
        : [
            "Key rings stay, and keys stay without versions: `terraform destroy` schedules the destruction of every version. What they have encrypted, backups included, is lost when the waiting period ends; until then see the runbook.",
          ]),
    ),
  ]);
}
