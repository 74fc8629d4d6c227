import type { Diagram, DiagramEdge, DiagramNode } from "../base/diagram";
import { firstRegionOf, membersOf, type DatabaseMember, type PlannedDatabase } from "./database";
import { indexEncryption } from "./encryption";
import type { KeySet, PlannedKey } from "./key";
import type { DeploymentPlan } from "./plan";

/**
 * The picture of a deployment: Regions with their keys and members of databases, what encrypts what, and what
 * replicates what.
 */
export function deploymentDiagram(plan: DeploymentPlan): Diagram {
  const encryption = indexEncryption(plan.encryption);
  const groups = plan.regions.map(({ name, isPrimary }) => ({
    title: isPrimary ? `${name}, primary Region` : name,
    nodes: [
      ...plan.keySets.flatMap((keySet): DiagramNode[] => {
        const key = keySet.keyIn.get(name);
        return key === undefined ? [] : [keyNode(keySet, key)];
      }),
      ...plan.databases.flatMap((database) => nodesOf(database, name)),
    ],
  }));
  const encrypts = plan.databases.flatMap((database) =>
    membersOf(database).flatMap((member): DiagramEdge[] => {
      const key = encryption.keyOf({ database: database.name, region: member.region }, "storage");
      if (key === undefined) return [];
      return [
        { from: keyId(key.keySet, key.region), to: memberId(member), label: "encrypts", line: "dotted" },
      ];
    }),
  );
  return {
    groups: groups.filter(({ nodes }) => nodes.length > 0),
    edges: [
      ...plan.keySets.flatMap(replicaKeyEdges),
      ...encrypts,
      ...plan.databases.flatMap(replicationEdges),
    ],
  };
}

const KEY_WORDS: Readonly<Record<PlannedKey["kind"], string>> = {
  "primary-key": "multi-Region primary key",
  "replica-key": "replica key",
  "single-region-key": "single-Region key",
  "existing-key": "existing key",
  "provider-managed-key": "provider managed key",
  "provider-owned-key": "provider owned key",
};

/** A kind of key in words. */
export function keyWords(kind: PlannedKey["kind"]): string {
  return KEY_WORDS[kind];
}

function keyId(keySet: string, region: string): string {
  return `key ${keySet} ${region}`;
}

function memberId({ identifier }: { readonly identifier: string }): string {
  return `member ${identifier}`;
}

function keyNode({ name }: KeySet, { region, kind }: PlannedKey): DiagramNode {
  return { id: keyId(name, region), lines: [name, keyWords(kind)], shape: "key" };
}

function nodesOf(database: PlannedDatabase, region: string): DiagramNode[] {
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
    })),
    ...here.map((member): DiagramNode => ({
      id: memberId(member),
      lines: [database.name, member.identifier, memberWords(database, member)],
      shape: "database",
    })),
  ];
}

/** What a member is, in words. */
export function memberWords(database: PlannedDatabase, member: DatabaseMember): string {
  switch (member.kind) {
    case "replica":
      return "read replica";
    case "instance":
      return database.topology === "read-replicas" ? "source instance" : "instance";
    case "cluster": {
      const role = database.topology === "global-database" ? `${member.role} cluster` : "cluster";
      return member.instanceIdentifiers.length === 0 ? `headless ${role}` : role;
    }
  }
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

function replicationEdges(database: PlannedDatabase): DiagramEdge[] {
  const [first, ...others] = membersOf(database);
  if (database.topology === "single-region" || first === undefined) return [];
  const isAdopted = database.topology === "global-database" && database.primary.kind === "adopted";
  const source = database.topology === "global-database" ? database.primary.identifier : first.identifier;
  return (isAdopted ? [first, ...others] : others).map((member) => ({
    from: `member ${source}`,
    to: memberId(member),
    label: member.region === firstRegionOf(database) ? "replicates" : "replicates across Regions",
    line: "thick",
  }));
}
