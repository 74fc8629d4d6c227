import type { Diagram, DiagramEdge, DiagramNode } from "../base/diagram";
import { groupBy } from "../base/group-by";
import { firstRegionOf, membersOf, type PlannedDatabase } from "./database";
import type { EncryptionBinding } from "./encryption";
import type { KeySet, KeyUse, PlannedKey } from "./key";
import type { DeploymentPlan } from "./plan";
import { KEY_USES, keyWords, memberWords, useWords } from "./words";

/**
 * The picture of a deployment: Regions with their keys, members of databases and copies of their backups, what
 * encrypts what, and what replicates what.
 */
export function deploymentDiagram(plan: DeploymentPlan): Diagram {
  const groups = plan.regions.map(({ name, isPrimary }) => ({
    title: isPrimary ? `${name}, primary Region` : name,
    nodes: [
      ...plan.keySets.flatMap((keySet): DiagramNode[] => {
        const key = keySet.keyIn.get(name);
        // One key may serve several Regions: it stands in the first of them.
        return key?.region === name ? [keyNode(keySet, key)] : [];
      }),
      ...plan.databases.flatMap((database) => [...memberNodes(database, name), ...copyNodes(database, name)]),
    ],
  }));
  const bindings = new Map(groupBy(plan.encryption, ({ member }) => member.database));
  return {
    title: `${plan.name}: Regions, keys and databases`,
    groups: groups.filter(({ nodes }) => nodes.length > 0),
    edges: [
      ...plan.keySets.flatMap(replicaKeyEdges),
      ...plan.databases.flatMap((database) => encryptionEdges(database, bindings.get(database.name) ?? [])),
      ...plan.databases.flatMap(replicationEdges),
      ...plan.databases.flatMap(copyEdges),
    ],
  };
}

function keyId(keySet: string, region: string): string {
  return `key ${keySet} ${region}`;
}

function memberId({ identifier }: { readonly identifier: string }): string {
  return `member ${identifier}`;
}

/** Keys that stand already, and those of the provider. */
const GIVEN_KEYS: ReadonlySet<PlannedKey["kind"]> = new Set([
  "existing-key",
  "provider-managed-key",
  "provider-owned-key",
]);

function keyNode({ name }: KeySet, key: PlannedKey): DiagramNode {
  const { region, kind } = key;
  return {
    id: keyId(name, region),
    lines: [name, keyWords(key)],
    shape: "key",
    border: GIVEN_KEYS.has(kind) ? "dashed" : "solid",
  };
}

function memberNodes(database: PlannedDatabase, region: string): DiagramNode[] {
  const here = membersOf(database).filter((member) => member.region === region);
  const adopted =
    database.topology === "global-database" &&
    database.primary.kind === "adopted" &&
    database.primary.region === region
      ? [database.primary]
      : [];
  return [
    ...adopted.map((cluster): DiagramNode => ({
      id: memberId(cluster),
      lines: [database.name, cluster.identifier, "existing primary cluster"],
      shape: "database",
      border: "dashed",
    })),
    ...here.map((member): DiagramNode => ({
      id: memberId(member),
      lines: [database.name, member.identifier, memberWords(database, member)],
      shape: "database",
      border: "solid",
    })),
  ];
}

/** What of a database is kept in a Region beside its members. */
type CopyUse = KeyUse & ("backup-replication" | "snapshot-copy");

const COPY_LABELS: Readonly<Record<CopyUse, string>> = {
  "backup-replication": "replicates backups",
  "snapshot-copy": "copies snapshots",
};
const COPY_USES = Object.keys(COPY_LABELS) as readonly CopyUse[];

function isCopyUse(use: KeyUse): use is CopyUse {
  return Object.hasOwn(COPY_LABELS, use);
}

/** The Regions that copies go to, each once. */
function copyRegions({ backup, snapshotCopies }: PlannedDatabase, use: CopyUse): readonly string[] {
  const regions =
    use === "backup-replication" ? backup.replicateTo : snapshotCopies.map(({ toRegion }) => toRegion);
  return [...new Set(regions)];
}

function copyId({ identifier }: PlannedDatabase, use: CopyUse, region: string): string {
  return `${useWords(use)} of ${identifier} ${region}`;
}

function copyNodes(database: PlannedDatabase, region: string): DiagramNode[] {
  return COPY_USES.filter((use) => copyRegions(database, use).includes(region)).map((use) => ({
    id: copyId(database, use, region),
    lines: [database.name, useWords(use)],
    shape: "note",
    border: "solid",
  }));
}

function replicaKeyEdges(keySet: KeySet): DiagramEdge[] {
  return [...keySet.keyIn.values()].flatMap((key): DiagramEdge[] =>
    key.kind === "replica-key"
      ? [
          {
            from: keyId(keySet.name, key.primaryRegion),
            to: keyId(keySet.name, key.region),
            label: "replica key",
            line: "solid",
          },
        ]
      : [],
  );
}

/** One line from a key to each box that it encrypts something of. */
function encryptionEdges(database: PlannedDatabase, own: readonly EncryptionBinding[]): DiagramEdge[] {
  const drawn = own.flatMap(({ member, use, key }) =>
    encryptedBoxes(database, member.region, use).map((to) => ({
      to,
      use,
      from: keyId(key.keySet, key.region),
    })),
  );
  return [...groupBy(drawn, ({ from, to }) => `${from} ${to}`).values()].flatMap((lines): DiagramEdge[] => {
    const [first] = lines;
    if (first === undefined) return [];
    const uses = KEY_USES.filter((use) => lines.some((line) => line.use === use));
    return [{ from: first.from, to: first.to, label: encryptionLabel(uses), line: "dotted" }];
  });
}

function encryptedBoxes(database: PlannedDatabase, region: string, use: KeyUse): readonly string[] {
  if (isCopyUse(use)) return [copyId(database, use, region)];
  const members = membersOf(database).filter((member) => member.region === region);
  // The secret is that of the member that takes writes.
  return (use === "secret" ? members.slice(0, 1) : members).map(memberId);
}

/** What needs no saying is left out: the data themselves, and copies in a box of their own. */
function encryptionLabel(uses: readonly KeyUse[]): string {
  if (uses.includes("storage") || uses.some(isCopyUse)) return "encrypts";
  return `encrypts ${uses.map(useWords).join(", ")}`;
}

/** The box from which everything else of a database comes. */
function originOf(database: PlannedDatabase): string | undefined {
  if (database.topology === "global-database") return memberId(database.primary);
  return membersOf(database).map(memberId)[0];
}

function replicationEdges(database: PlannedDatabase): DiagramEdge[] {
  const from = originOf(database);
  if (from === undefined) return [];
  return membersOf(database)
    .filter((member) => memberId(member) !== from)
    .map((member) => ({
      from,
      to: memberId(member),
      label: member.region === firstRegionOf(database) ? "replicates" : "replicates across Regions",
      line: "thick",
    }));
}

function copyEdges(database: PlannedDatabase): DiagramEdge[] {
  const from = originOf(database);
  if (from === undefined) return [];
  return COPY_USES.flatMap((use) =>
    copyRegions(database, use).map((region): DiagramEdge => ({
      from,
      to: copyId(database, use, region),
      label: COPY_LABELS[use],
      line: "thick",
    })),
  );
}
