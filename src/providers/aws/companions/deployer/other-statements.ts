import { isPresent } from "../../../../base/present";
import { sortedUnique } from "../../../../base/ordering";
import { oneOrMany } from "../../policy-statement";
import { LOG_KEY_ACTIONS } from "./actions";
import { replicationSources } from "./database-sources";
import { textArgument } from "../../../common/companions/text-argument";
import { deployedArn, nameInPolicy, ofTypes, type DeployerSubject } from "./deployer-subject";
import { actionsOf, identityStatement, requestedIn, type IdentityStatement } from "./statement";

/**
 * What lists: on anything, in the Regions of the root module. When replicated backups are given up, the provider
 * waits for the source.
 */
export function listStatement(subject: DeployerSubject): IdentityStatement | undefined {
  const { program, regions, resources } = subject;
  return identityStatement(
    "List",
    actionsOf(resources, "anywhere"),
    ["*"],
    requestedIn(sortedUnique([...regions, program.defaultRegion, ...replicationSources(subject)])),
  );
}

/** Log groups of the databases, with the streams in them. */
export function logStatement(subject: DeployerSubject): IdentityStatement | undefined {
  const groups = ofTypes(subject.resources, "aws_cloudwatch_log_group");
  const arns = groups.map((group) => {
    // All logs of a member: /aws/rds/cluster/orders-ledger-eu-west-1/*
    const [, folder = "", member = ""] = /^(.*\/)(.*)\/[^/]*$/.exec(textArgument(group, "name") ?? "") ?? [];
    const logs = nameInPolicy(subject, `${member}/*`);
    return deployedArn(subject, "logs", group.region ?? "", `log-group:${folder}${logs}`);
  });
  const keyActions = groups.map(({ body }) =>
    body.some(({ name }) => name === "kmsKeyId") ? LOG_KEY_ACTIONS.encrypted : LOG_KEY_ACTIONS.plain,
  );
  return identityStatement("ManageLogGroups", [...actionsOf(groups, "own"), ...keyActions], arns);
}

/** The monitoring role: where it is made, and where RDS is given it. */
export function roleStatements(subject: DeployerSubject): readonly (IdentityStatement | undefined)[] {
  const { plan, resources } = subject;
  const role = deployedArn(subject, "iam", "", `role/${plan.name}-rds-monitoring`);
  const roles = ofTypes(resources, "aws_iam_role");
  const attachments = ofTypes(resources, "aws_iam_role_policy_attachment");
  const policies = attachments.map((one) => textArgument(one, "policyArn")).filter(isPresent);
  const isPassed = resources.some(({ body }) => body.some(({ name }) => name === "monitoringRoleArn"));
  return [
    identityStatement("ManageMonitoringRole", actionsOf(roles, "own"), [role]),
    identityStatement(
      "AttachMonitoringPolicy",
      attachments.length === 0 ? [] : ["iam:AttachRolePolicy", "iam:DetachRolePolicy"],
      [role],
      { ArnEquals: { "iam:PolicyARN": oneOrMany(policies) } },
    ),
    identityStatement("PassMonitoringRole", isPassed ? ["iam:PassRole"] : [], [role], {
      StringEquals: { "iam:PassedToService": "monitoring.rds.amazonaws.com" },
    }),
  ];
}

/**
 * The state of this stack and those that it reads, where they are kept in S3:
 * https://developer.hashicorp.com/terraform/language/backend/s3#permissions-required
 */
export function stateStatements(subject: DeployerSubject): readonly (IdentityStatement | undefined)[] {
  const { s3 } = subject.request.terraform.backend ?? {};
  if (s3 === undefined) return [];
  const bucket = `arn:${subject.partition.name}:s3:::${s3.bucket}`;
  const stateOf = (stack: string) => `${bucket}/${s3.keyPrefix}/${stack}.tfstate`;
  const own = stateOf(subject.program.name);
  const isLocked = s3.useLockfile ?? true;
  return [
    identityStatement("ListStates", ["s3:ListBucket"], [bucket]),
    identityStatement("ReadStates", ["s3:GetObject"], subject.program.dependsOn.map(stateOf)),
    identityStatement("WriteState", ["s3:GetObject", "s3:PutObject"], [own]),
    identityStatement("LockState", isLocked ? ["s3:DeleteObject", "s3:GetObject", "s3:PutObject"] : [], [
      `${own}.tflock`,
    ]),
    encryptState(subject, s3),
  ];
}

type S3Backend = NonNullable<NonNullable<DeployerSubject["request"]["terraform"]["backend"]>["s3"]>;

/** The key of the state, however it is named: IAM knows keys by their ARNs, and an alias by a condition on the key. */
function encryptState({ partition, account }: DeployerSubject, { kmsKeyId = "", region }: S3Backend) {
  const [, arn = `arn:${partition.name}:kms:${region}:${account}`, key = ""] =
    /^(?:(arn:[^:]+:kms:[^:]+:[^:]+):)?(.*)$/.exec(kmsKeyId) ?? [];
  const isAlias = key.startsWith("alias/");
  const id = key.replace(/^key\//, "");
  return identityStatement(
    "EncryptState",
    ["kms:Decrypt", "kms:GenerateDataKey"],
    key === "" ? [] : [`${arn}:key/${isAlias ? "*" : id}`],
    isAlias ? { "ForAnyValue:StringEquals": { "kms:ResourceAliases": key } } : undefined,
  );
}
