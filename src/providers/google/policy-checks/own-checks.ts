import { sortedEntries } from "../../../base/ordering";
import { elementsOf, followReference } from "../../../terraform/program-index";
import { toExpression, type ExpressionNode, type Value } from "../../../terraform/expression";
import { printInline } from "../../../terraform/print-expression";
import { addressOf, type ResourceElement, type TerraformProgram } from "../../../terraform/program";
import { argumentOf, blocksOf, literalOf } from "../../../terraform/read-body";
import type { Body } from "../../../terraform/block";
import type { KeySet, ManagedKey } from "../../../model/key";
import { isManagedKey } from "../../../model/key";
import {
  resourceCheck,
  type CheckException,
  type CheckRow,
  type ResourceSubject,
} from "../../common/policy-checks/policy-check";
import { defaultEncryption, foreignKey, sameRegionReplica } from "./exceptions";

const own = (id: string, link: string, row: CheckRow) =>
  resourceCheck({ id, tool: "keyspan", severity: "high", link }, row);

const SQL_CMEK = "https://cloud.google.com/sql/docs/postgres/cmek";
const LOCATIONS = "https://cloud.google.com/kms/docs/locations";

const DATABASES = ["google_alloydb_cluster", "google_sql_database_instance"];

/** Checks that no scanner has: they look at all Regions of a deployment together. */
export const ownChecks = [
  own("keyspan/google-key-of-own-region", SQL_CMEK, {
    title: "whatever is encrypted, is encrypted with a key of its own Region, and says which",
    types: DATABASES,
    passes: (subject) => {
      const keys = keysOf(subject.element);
      const needed = subject.element.type === "google_alloydb_cluster" ? 3 : 1;
      return (
        keys.length === needed && keys.every((key) => locationOfKey(key, subject) === subject.element.region)
      );
    },
    exceptions: [defaultEncryption, sameRegionReplica],
  }),
  own("keyspan/google-agent-before-database", SQL_CMEK, {
    title: "the service agent may use the key before the database that it encrypts is made",
    types: DATABASES,
    judges: ({ element }) => keysOf(element).length > 0,
    passes: (subject) => {
      const [key] = keysOf(subject.element);
      return grantsOn(key, subject).some(({ grant, program }) =>
        program === subject.program
          ? subject.element.dependsOn.some((one) => addressOf(one) === addressOf(grant))
          : isReadFrom(program, key, subject),
      );
    },
    exceptions: [foreignKey],
  }),
  own("keyspan/google-keys-alike", LOCATIONS, {
    title: "the keys of a key set are alike in all Regions, and the same people may use them",
    types: ["google_kms_crypto_key"],
    passes: (subject) => siblingsOf(subject).every((other) => signatureOf(other) === signatureOf(subject)),
    exceptions: [overridden()],
  }),
];

/** The keys that a database names, of its storage first. */
function keysOf({ body, type }: ResourceElement): readonly ExpressionNode[] {
  const names =
    type === "google_sql_database_instance"
      ? [argumentOf(body, "encryptionKeyName")]
      : [
          keyIn(body, "encryptionConfig"),
          keyIn(body, "continuousBackupConfig", "encryptionConfig"),
          keyIn(body, "automatedBackupPolicy", "encryptionConfig"),
        ];
  return names.filter((name) => name !== undefined);
}

function keyIn(body: Body, ...path: readonly string[]): ExpressionNode | undefined {
  const inner = path.reduce<Body | undefined>((one, name) => one && blocksOf(one, name)[0], body);
  return inner && argumentOf(inner, "kmsKeyName");
}

function locationOfKey(key: ExpressionNode, { program, programs }: ResourceSubject): string | undefined {
  const found = followReference(key, program, programs);
  if (found === undefined)
    return key.kind === "literal" ? /\/locations\/([^/]+)\//.exec(String(key.value))?.[1] : undefined;
  const ring = followReference(argumentOf(found.element.body, "keyRing"), found.program, programs);
  return ring === undefined ? undefined : String(literalOf(ring.element.body, "location"));
}

/** A grant, and the root module that it stands in. */
interface PlacedGrant {
  readonly grant: ResourceElement;
  readonly program: TerraformProgram;
}

/** Whether a key is read from the state of a root module, which is applied before anything can read it. */
function isReadFrom(
  other: TerraformProgram,
  key: ExpressionNode | undefined,
  { program, programs }: ResourceSubject,
): boolean {
  return followReference(key, program, programs)?.program === other;
}

/** The grants of the service agent's role on a key, in the root module of the database or that of the key. */
function grantsOn(
  key: ExpressionNode | undefined,
  { program, programs }: ResourceSubject,
): readonly PlacedGrant[] {
  const target = key && (followReference(key, program, programs)?.element ?? printInline(key));
  return programs.flatMap((one) =>
    elementsOf(one)
      .filter(({ type, name, body }) => {
        if (type !== "google_kms_crypto_key_iam_member" || !name.endsWith("_agent")) return false;
        const id = argumentOf(body, "cryptoKeyId");
        return (
          id !== undefined && (followReference(id, one, programs)?.element ?? printInline(id)) === target
        );
      })
      .map((grant) => ({ grant, program: one })),
  );
}

/** The keys of the same key set in other locations: they bear the same name. */
function siblingsOf({ element, programs }: ResourceSubject): readonly ResourceSubject[] {
  const name = literalOf(element.body, "name");
  return programs.flatMap((program) =>
    elementsOf(program)
      .filter((one) => one !== element && one.type === element.type && literalOf(one.body, "name") === name)
      .map((one) => ({ element: one, program, programs })),
  );
}

/** What a key is, but for where it is, as text. */
function signatureOf({ element, program, programs }: ResourceSubject): string {
  const { body, lifecycle } = element;
  const [template = []] = blocksOf(body, "versionTemplate");
  const grants = elementsOf(program).filter(
    ({ type, body: grant }) =>
      type === "google_kms_crypto_key_iam_member" &&
      followReference(argumentOf(grant, "cryptoKeyId"), program, programs)?.element === element,
  );
  const people = grants
    .filter(({ name }) => !name.endsWith("_agent"))
    .map(({ body: grant }) => `${String(literalOf(grant, "role"))} ${String(literalOf(grant, "member"))}`)
    .sort();
  const values: readonly Value[] = [
    argumentOf(body, "purpose") ?? null,
    argumentOf(body, "rotationPeriod") ?? null,
    argumentOf(body, "destroyScheduledDuration") ?? null,
    argumentOf(body, "labels") ?? null,
    argumentOf(template, "algorithm") ?? null,
    argumentOf(template, "protectionLevel") ?? null,
    lifecycle.preventDestroy === true,
    people,
  ];
  return printInline(toExpression(values));
}

/** Overrides of single Regions are the spec's own words. */
function overridden(): CheckException {
  const settings = ({ settings: { policy, tags } }: ManagedKey) =>
    printInline(toExpression([policy.administrators, policy.operators, policy.users, sortedEntries(tags)]));
  const keysIn = ({ keyIn: keys }: KeySet) => [...keys.values()].filter(isManagedKey);
  return {
    cause: "spec",
    reason: "the spec overrides it in single Regions",
    applies: ({ element }, facts) => {
      const planned = facts.keyOf(element);
      return planned !== undefined && new Set(keysIn(planned.keySet).map(settings)).size > 1;
    },
  };
}
