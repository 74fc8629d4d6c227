import type { Companion } from "../../../src/terraform/companion";
import { elementsOf } from "../../../src/terraform/program-index";
import { deployerDocuments, deployerPolicyIn } from "../../support/permissions/deployer-statements";
import type { IamStatement } from "../../support/permissions/iam-policy";
import { acceptedSpecs, compileAccepted, exampleSpecs } from "../../support/specs";

const specs = [...exampleSpecs(), ...acceptedSpecs()].map((spec) => [spec.file, spec] as const);

function statementsOf(companions: Iterable<Companion>, folder: string): readonly IamStatement[] {
  return deployerPolicyIn(companions, folder).Statement;
}

const listOf = (value: string | readonly string[]) => (typeof value === "string" ? [value] : value);

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html */
const LONGEST_POLICY = 6144;
const POLICIES_OF_ROLE = 10;

/** The action that creates a resource of a type. */
const CREATION: Readonly<Record<string, string>> = {
  aws_cloudwatch_log_group: "logs:CreateLogGroup",
  aws_db_instance: "rds:CreateDBInstance",
  aws_db_parameter_group: "rds:CreateDBParameterGroup",
  aws_db_snapshot_copy: "rds:CopyDBSnapshot",
  aws_db_subnet_group: "rds:CreateDBSubnetGroup",
  aws_iam_role: "iam:CreateRole",
  aws_kms_alias: "kms:CreateAlias",
  aws_rds_cluster: "rds:CreateDBCluster",
  aws_rds_cluster_instance: "rds:CreateDBInstance",
  aws_rds_cluster_parameter_group: "rds:CreateDBClusterParameterGroup",
  aws_rds_cluster_snapshot_copy: "rds:CopyDBClusterSnapshot",
  aws_rds_global_cluster: "rds:CreateGlobalCluster",
};

const NAME_ARGUMENTS = [
  "targetDbSnapshotIdentifier",
  "targetDbClusterSnapshotIdentifier",
  "globalClusterIdentifier",
  "clusterIdentifier",
  "identifier",
  "name",
];

test.each(specs)(
  "whoever has the policies of %s may create each named resource, in its own root",
  (_, spec) => {
    const { programs, companions } = compileAccepted(spec);
    const missing = programs.flatMap((program) => {
      const statements = statementsOf(companions, program.folder);
      return elementsOf(program).flatMap((element) => {
        const isReplica = element.body.some(({ name }) => name === "replicateSourceDb");
        const action = isReplica ? "rds:CreateDBInstanceReadReplica" : CREATION[element.type];
        if (element.kind === "data" || action === undefined) return [];
        const names = element.body.flatMap((item) =>
          item.kind === "argument" && NAME_ARGUMENTS.includes(item.name) && item.value.kind === "literal"
            ? [String(item.value.value)]
            : [],
        );
        const isAllowed = statements.some(
          ({ Action, Resource }) =>
            listOf(Action).includes(action) &&
            names.some((name) => listOf(Resource).some((arn) => covers(arn, name))),
        );
        return isAllowed ? [] : [`${element.type}.${element.name}`];
      });
    });
    expect(missing).toEqual([]);
  },
);

/** Whether an ARN with wildcards covers a name. */
function covers(arn: string, name: string): boolean {
  const pattern = arn.split(/:(?:alias\/)?/).at(-1) ?? "";
  const last = arn.includes(":alias/") ? `alias/${pattern}` : pattern.replace(/^role\//, "");
  const escaped = last.replace(/[.+?^${}()|[\]\\]/g, "\\$&").replace(/\*/g, ".*");
  return new RegExp(`^${escaped}$`).test(name);
}

test.each(specs)(
  "the policies of %s grant no action by a wildcard, and nothing everywhere but what lists",
  (_, spec) => {
    const { programs, companions } = compileAccepted(spec);
    for (const statement of programs.flatMap(({ folder }) => statementsOf(companions, folder))) {
      expect(listOf(statement.Action).filter((action) => action.includes("*"))).toEqual([]);
      if (!listOf(statement.Resource).includes("*")) continue;
      expect(["List", "CreateKeys"]).toContain(statement.Sid);
      expect(statement.Condition).toHaveProperty(["StringEquals", "aws:RequestedRegion"]);
    }
  },
);

test.each(specs)("IAM takes the policies of %s: none is too long, and a role takes them all", (_, spec) => {
  const { programs, companions } = compileAccepted(spec);
  for (const { folder } of programs) {
    const lengths = deployerDocuments(companions, folder).map((document) => JSON.stringify(document).length);
    expect(lengths.filter((length) => length > LONGEST_POLICY)).toEqual([]);
    expect(lengths.length).toBeLessThanOrEqual(POLICIES_OF_ROLE);
  }
});

test("what is copied to a Region may be read where it comes from, and nothing else is in the policy there", () => {
  const { companions } = compileAccepted({ name: "spec.yaml", text: COPIES });
  const statements = statementsOf(companions, "orders/orders-databases-eu-west-1");
  const [list, manage, keys] = ["List", "ManageDatabases", "UseKeysViaRds"].map((sid) =>
    statements.find(({ Sid }) => Sid === sid),
  );
  const inRegions = (regions: readonly string[]) => ({ StringEquals: { "aws:RequestedRegion": regions } });
  expect(list?.Condition).toEqual(inRegions(["eu-west-1", "us-east-1"]));
  expect(manage?.Condition).toEqual(inRegions(["eu-west-1", "us-east-1", "us-west-2"]));
  expect(manage?.Resource).toEqual([
    "arn:aws:rds:*:111122223333:auto-backup:*",
    "arn:aws:rds:*:111122223333:db:orders-plain-*",
    "arn:aws:rds:*:111122223333:snapshot:nightly",
    "arn:aws:rds:*:111122223333:snapshot:orders-plain-*",
    "arn:aws:rds:us-west-2:444455556666:snapshot:shared",
  ]);
  expect(keys?.Resource).toEqual([
    "arn:aws:kms:eu-west-1:111122223333:key/*",
    "arn:aws:kms:us-east-1:111122223333:key/*",
    "arn:aws:kms:us-west-2:444455556666:key/*",
  ]);
  expect(statements.map(({ Sid }) => Sid)).toEqual(["List", "ManageDatabases", "UseKeysViaRds"]);
});

const COPIES = `
apiVersion: keyspan/v1
name: orders
provider: { name: aws, account: "111122223333" }
terraform: { layout: regional }
primaryRegion: us-east-1
regions:
  us-east-1: { subnetGroupName: private }
  eu-west-1: { subnetGroupName: private }
keys:
  storage: { strategy: single-region }
databases:
  plain:
    engine: mysql
    engineVersion: "8.0.40"
    topology: single-region
    key: storage
    instances: { class: db.m6g.large }
    storage: { allocatedGiB: 100 }
    backup: { replicateTo: [eu-west-1] }
    snapshotCopies:
      - { snapshot: Nightly, toRegion: eu-west-1 }
      - { snapshot: "arn:aws:rds:us-west-2:444455556666:snapshot:shared", toRegion: eu-west-1 }
  other:
    engine: aurora-postgresql
    engineVersion: "16.6"
    topology: single-region
    key: storage
    instances: { class: db.r6g.large }
    snapshotCopies: [{ snapshot: weekly, toRegion: us-east-1 }]
`;

const spec = (protect: boolean) => `
apiVersion: keyspan/v1
name: orders
provider: { name: aws }
primaryRegion: us-east-1
regions:
  us-east-1: { subnetGroupName: private }
  eu-west-1: { subnetGroupName: private }
keys:
  storage: { strategy: single-region, protect: ${String(protect)} }
databases:
  ledger:
    engine: aurora-postgresql
    engineVersion: "16.6"
    topology: global-database
    key: storage
    instances: { class: db.r6g.large }
    protect: ${String(protect)}
`;

test("what is protected cannot be destroyed with the policy, and what is not can", () => {
  const deletions = (protect: boolean) => {
    const { companions } = compileAccepted({ name: "spec.yaml", text: spec(protect) });
    const actions = statementsOf(companions, "orders").flatMap(({ Action }) => listOf(Action));
    return actions.filter((action) =>
      ["kms:ScheduleKeyDeletion", "rds:DeleteDBCluster", "rds:DeleteGlobalCluster"].includes(action),
    );
  };
  expect(deletions(true)).toEqual([]);
  expect(deletions(false)).toEqual([
    "kms:ScheduleKeyDeletion",
    "rds:DeleteDBCluster",
    "rds:DeleteGlobalCluster",
  ]);
});

const STATE_KEY = "1234abcd-12ab-34cd-56ef-1234567890ab";

test.each([
  [STATE_KEY, `arn:aws:kms:us-east-1:111122223333:key/${STATE_KEY}`, undefined],
  [
    `arn:aws:kms:us-east-1:999988887777:key/${STATE_KEY}`,
    `arn:aws:kms:us-east-1:999988887777:key/${STATE_KEY}`,
    undefined,
  ],
  ["alias/state", "arn:aws:kms:us-east-1:111122223333:key/*", "alias/state"],
  [
    "arn:aws:kms:us-east-1:999988887777:alias/state",
    "arn:aws:kms:us-east-1:999988887777:key/*",
    "alias/state",
  ],
])("the key of the state may be used, named as %s", (kmsKeyId, resource, alias) => {
  const text = `
apiVersion: keyspan/v1
name: orders
provider: { name: aws, account: "111122223333" }
terraform: { backend: { s3: { bucket: states, region: us-east-1, keyPrefix: orders, kmsKeyId: "${kmsKeyId}" } } }
primaryRegion: us-east-1
regions: [us-east-1]
keys: { storage: { strategy: single-region } }
`;
  const { companions } = compileAccepted({ name: "spec.yaml", text });
  const statement = statementsOf(companions, "orders").find(({ Sid }) => Sid === "EncryptState");
  expect(statement?.Resource).toBe(resource);
  expect(statement?.Condition).toEqual(
    alias === undefined ? undefined : { "ForAnyValue:StringEquals": { "kms:ResourceAliases": alias } },
  );
});

test("what is not protected is all that may be deleted", () => {
  const { companions } = compileAccepted({ name: "spec.yaml", text: MIXED });
  const deletions = statementsOf(companions, "orders").filter(({ Sid }) => Sid.startsWith("Delete"));
  expect(deletions.map(({ Sid, Action, Resource }) => [Sid, listOf(Action), listOf(Resource)])).toEqual([
    [
      "DeleteKeys",
      ["kms:ScheduleKeyDeletion"],
      ["arn:aws:kms:eu-west-1:111122223333:key/mrk-*", "arn:aws:kms:us-east-1:111122223333:key/mrk-*"],
    ],
    [
      "DeleteDatabases",
      ["rds:AddTagsToResource", "rds:CreateDBSnapshot", "rds:DeleteDBInstance"],
      [
        "arn:aws:rds:*:111122223333:db:orders-ledger-*",
        "arn:aws:rds:*:111122223333:db:orders-scratch-*",
        "arn:aws:rds:*:111122223333:snapshot:orders-scratch-*",
      ],
    ],
  ]);
  const readme = [...companions].find(({ path }) => path === "orders/README.md");
  expect(JSON.stringify(readme)).toContain("`tokens` may be deleted, and IAM does not tell keys apart");
});

const MIXED = `
apiVersion: keyspan/v1
name: orders
provider: { name: aws, account: "111122223333" }
primaryRegion: us-east-1
regions:
  us-east-1: { subnetGroupName: private }
  eu-west-1: { subnetGroupName: private }
keys:
  storage: { strategy: single-region }
  tokens: { strategy: multi-region, purpose: [client-side-encryption], protect: false }
databases:
  ledger:
    engine: aurora-postgresql
    engineVersion: "16.6"
    topology: global-database
    key: storage
    instances: { class: db.r6g.large }
  books:
    engine: postgres
    engineVersion: "16.6"
    topology: single-region
    key: storage
    instances: { class: db.m6g.large }
    storage: { allocatedGiB: 100 }
  scratch:
    engine: postgres
    engineVersion: "16.6"
    topology: single-region
    key: storage
    protect: false
    deletionProtection: false
    instances: { class: db.m6g.large }
    storage: { allocatedGiB: 100 }
`;
