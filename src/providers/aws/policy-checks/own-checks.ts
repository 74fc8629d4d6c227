import { compareText, sortedEntries } from "../../../base/ordering";
import type { ManagedKey } from "../../../model/key";
import { isManagedKey } from "../../../model/key";
import { elementsPointingAt, followReference } from "../../../terraform/program-index";
import { toExpression, type ExpressionNode, type Value } from "../../../terraform/expression";
import { toIdentifier } from "../../../terraform/names";
import type { ResourceElement, TerraformProgram } from "../../../terraform/program";
import { elementsOf } from "../../../terraform/program-index";
import { printInline } from "../../../terraform/print-expression";
import { argumentOf, dataOf, literalOf } from "../../../terraform/read-body";
import { isSet } from "../../common/policy-checks/conditions";
import { statementsOf } from "./conditions";
import {
  resourceCheck,
  type CheckException,
  type CheckRow,
  type ResourceSubject,
} from "../../common/policy-checks/policy-check";

const KEYS = ["aws_kms_key", "aws_kms_replica_key", "aws_kms_external_key", "aws_kms_replica_external_key"];

const own = (id: string, row: CheckRow) =>
  resourceCheck(
    {
      id,
      tool: "keyspan",
      severity: "high",
      link: `https://docs.aws.amazon.com/kms/latest/developerguide/${SOURCES[id] ?? ""}`,
    },
    row,
  );

const SOURCES: Readonly<Record<string, string>> = {
  "keyspan/key-policy-in-every-region": "multi-region-keys-auth.html",
  "keyspan/policy-of-own-region": "conditions-kms.html",
  "keyspan/key-of-own-region": "multi-region-keys-overview.html",
  "keyspan/independent-properties-alike": "multi-region-keys-overview.html",
};

/** Arguments that name the key by which a resource is encrypted. */
const KEY_ARGUMENTS = ["kmsKeyId", "performanceInsightsKmsKeyId", "masterUserSecretKmsKeyId"];

/** Checks that no scanner has: they look at all Regions of a deployment together. */
export const ownChecks = [
  own("keyspan/key-policy-in-every-region", {
    title: "every key, replica keys too, has a policy of its own: AWS copies none to another Region",
    types: KEYS,
    passes: isSet("policy"),
  }),
  own("keyspan/policy-of-own-region", {
    title: "the policy of a key lets services of its own Region use it, and of no other",
    types: KEYS,
    passes: ({ element }) => servicesOf(element).every((service) => isOfRegion(service, element.region)),
  }),
  own("keyspan/key-of-own-region", {
    title: "whatever is encrypted, is encrypted with a key of its own Region",
    types: [
      "aws_cloudwatch_log_group",
      "aws_db_instance",
      "aws_db_instance_automated_backups_replication",
      "aws_db_snapshot_copy",
      "aws_rds_cluster",
      "aws_rds_cluster_instance",
      "aws_rds_cluster_snapshot_copy",
    ],
    passes: (subject) =>
      KEY_ARGUMENTS.every((name) => {
        const key = argumentOf(subject.element.body, name);
        return key === undefined || regionOfKey(key, subject) === subject.element.region;
      }),
  }),
  own("keyspan/independent-properties-alike", {
    title: "what AWS synchronises between no Regions is alike for all keys of a key set",
    types: KEYS,
    passes: (subject) => {
      const mine = signatureOf(subject.element, subject.program);
      return siblingsOf(subject).every(({ element, program }) => signatureOf(element, program) === mine);
    },
    exceptions: [overridden()],
  }),
];

/** Services that a policy names: those through which it is used, and those that use it themselves. */
function servicesOf({ body }: ResourceElement): readonly string[] {
  return (statementsOf(body, "policy") ?? []).flatMap((statement) => {
    const { Condition: condition, Principal: principal } = statement;
    const operators = Object.values(condition ?? {}) as readonly Readonly<Record<string, unknown>>[];
    const through = operators.flatMap((keys) => [keys["kms:ViaService"]].flat());
    const named = typeof principal === "object" && principal !== null ? Object.entries(principal) : [];
    const services = named.flatMap(([kind, value]) => (kind === "Service" ? [value as unknown].flat() : []));
    return [...through, ...services].filter((service) => typeof service === "string");
  });
}

/** `rds.eu-west-1.amazonaws.com` is of eu-west-1; a service without a Region in its name is of all. */
function isOfRegion(service: string, region: string | undefined): boolean {
  const [, second = "", third] = service.split(".");
  return third === undefined || second.includes("amazonaws") || second === region;
}

function regionOfKey(key: ExpressionNode, { program, programs }: ResourceSubject): string | undefined {
  const found = followReference(key, program, programs);
  if (found !== undefined) return found.element.region;
  return String(dataOf(key)).split(":")[3];
}

interface Sibling {
  readonly element: ResourceElement;
  readonly program: TerraformProgram;
}

/** The keys of the same key set in other Regions: their names differ by the Region alone. */
function siblingsOf({ element, programs }: ResourceSubject): readonly Sibling[] {
  const set = keySetOf(element);
  return programs.flatMap((program) =>
    elementsOf(program)
      .filter((one) => one !== element && KEYS.includes(one.type) && keySetOf(one) === set)
      .map((one) => ({ element: one, program })),
  );
}

function keySetOf({ name, region = "" }: ResourceElement): string {
  const ending = `_${toIdentifier(region)}`;
  return name.endsWith(ending) ? name.slice(0, -ending.length) : name;
}

/** The independent properties of a key, as text. */
function signatureOf(element: ResourceElement, program: TerraformProgram): string {
  const { body, lifecycle } = element;
  const isEnabled = literalOf(body, "isEnabled") !== false && literalOf(body, "enabled") !== false;
  const values: readonly Value[] = [
    argumentOf(body, "deletionWindowInDays") ?? null,
    isEnabled,
    lifecycle.preventDestroy === true,
    argumentOf(body, "tags") ?? null,
    namesPointingAt(element, program, "aws_kms_alias", "targetKeyId"),
    namesPointingAt(element, program, "aws_kms_grant", "keyId"),
  ];
  return printInline(toExpression(values));
}

function namesPointingAt(
  key: ResourceElement,
  program: TerraformProgram,
  type: string,
  argument: string,
): readonly string[] {
  return elementsPointingAt(key, program, type, argument)
    .map(({ body }) => String(literalOf(body, "name")))
    .sort(compareText);
}

/** Overrides of single Regions are the spec's own words. */
function overridden(): CheckException {
  const settings = ({ settings: { aliases, enabled, deletionWindowDays, grants, tags } }: ManagedKey) => {
    const names = grants.map(({ name }) => name);
    return printInline(toExpression([aliases, enabled, deletionWindowDays, names, sortedEntries(tags)]));
  };
  return {
    cause: "spec",
    reason: "the spec overrides it in single Regions",
    applies: ({ element }, facts) => {
      const planned = facts.keyOf(element);
      const keys = [...(planned?.keySet.keyIn.values() ?? [])].filter(isManagedKey);
      return new Set(keys.map(settings)).size > 1;
    },
  };
}
