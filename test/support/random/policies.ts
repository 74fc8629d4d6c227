import type { KeyPurpose } from "../../../src/model/key";
import type { Draw } from "./draw";
import { policyText } from "./texts";

/** What policies and grants must fit. */
export interface PolicySubject {
  readonly partition: string;
  readonly strategy: "single-region" | "multi-region";
  readonly purposes: readonly KeyPurpose[];
  readonly regions: readonly string[];
  /** Regions of the partition. */
  readonly known: readonly string[];
}

const DIRECT: readonly KeyPurpose[] = ["client-side-encryption", "signing", "mac"];
const SERVICE: readonly KeyPurpose[] = ["database", "secrets", "logs"];

/** The ARN of a role or a user, or that of an account's root. */
export function principal(draw: Draw, partition: string): string {
  const kind = draw.one(["role/Admin", "role/path/to/Deployer+1", "user/ops@acme.example", "root"]);
  return `arn:${partition}:iam::${draw.one(["111122223333", "444455556666"])}:${kind}`;
}

/** A key policy that leaves someone who can change it, and someone who can create databases. */
export function keyPolicy(draw: Draw, subject: PolicySubject): object {
  const { partition, strategy, purposes, regions, known } = subject;
  const principals = (atLeast: number) =>
    Array.from({ length: draw.integer(atLeast, 3) }, () => principal(draw, partition));
  const isClosed = draw.chance(4);
  // The role that deploys must be let in where the account does not let it in.
  const ownRole = `arn:${partition}:iam::111122223333:role/path/Deployer`;
  const serves = (list: readonly KeyPurpose[]) => purposes.some((purpose) => list.includes(purpose));
  return {
    ...(isClosed
      ? { accountRoot: false, administrators: [...principals(0), ownRole] }
      : draw.maybe("accountRoot", 4, () => true)),
    ...(isClosed ? {} : draw.maybe("administrators", 2, () => principals(0))),
    ...(serves(SERVICE) ? { operators: [...principals(0), ...(isClosed ? [ownRole] : [])] } : {}),
    ...(serves(DIRECT) ? draw.maybe("users", 2, () => principals(0)) : {}),
    ...(purposes.includes("database") ? draw.maybe("snapshotAccounts", 4, () => ["777788889999"]) : {}),
    ...draw.maybe("organizationId", 5, () => "o-a1b2c3d4e5"),
    ...(strategy === "multi-region"
      ? draw.maybe("allowedReplicaRegions", 4, () => [
          ...regions,
          ...draw.some(without(known, regions)).slice(0, 2),
        ])
      : {}),
    ...draw.maybe("statements", 3, () => statements(draw, partition)),
  };
}

function without(all: readonly string[], some: readonly string[]): string[] {
  return all.filter((one) => !some.includes(one));
}

function statements(draw: Draw, partition: string): object[] {
  return Array.from({ length: draw.integer(0, 2) }, (_, index) => ({
    ...draw.maybe("Sid", 2, () => `Own${index}`),
    Effect: draw.one(["Allow", "Deny"]),
    Principal: draw.one<object | string>([
      { AWS: principal(draw, partition) },
      { AWS: [principal(draw, partition), "444455556666"] },
      { Service: "logs.amazonaws.com" },
      "*",
    ]),
    Action: draw.one<string | string[]>(["kms:Decrypt", ["kms:Encrypt", "kms:GenerateDataKey*"]]),
    Resource: "*",
    Condition: {
      [draw.one(["StringEquals", "ForAnyValue:StringLike"])]: {
        [draw.from(policyText)]: draw.one<unknown>([draw.from(policyText), [draw.from(policyText)], true, 7]),
      },
    },
  }));
}

/** Grants of one name each; `operations` are those that the key has. */
export function grants(
  draw: Draw,
  { partition, regions }: PolicySubject,
  operations: readonly string[],
  isSymmetric: boolean,
): object[] {
  return Array.from({ length: draw.integer(0, 2) }, (_, index) => ({
    name: `${draw.one(["grant", "a/b:c_d-"])}${index}`,
    grantee: principal(draw, partition),
    operations: draw.some(operations, 1),
    ...draw.maybe("retiringPrincipal", 3, () => principal(draw, partition)),
    ...draw.maybe("regions", 3, () => draw.some(regions, 1)),
    ...(isSymmetric
      ? draw.maybe("encryptionContext", 3, () => ({
          [draw.one(["equals", "subset"])]: { [draw.from(policyText)]: draw.from(policyText) },
        }))
      : {}),
  }));
}
