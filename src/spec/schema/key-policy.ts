import { Type, type Static } from "@sinclair/typebox";
import { choice, fields, mapOf, patterned, region } from "./helpers";

/** A list of principals. */
export const principals = (description: string) =>
  Type.Array(Type.String({ minLength: 1, description: "IAM principal ARN (a role, user or account root)." }), {
    description,
    default: [],
    examples: [["arn:aws:iam::111122223333:role/KeyAdmin"]],
  });

/** The id of an account. */
export const accountId = (description: string) =>
  patterned("^[0-9]{12}$", "12 digits, in quotes", { description, examples: ["111122223333"] });

const oneOrMany = (description: string) =>
  Type.Union(
    [
      Type.String({ minLength: 1, description: "One value." }),
      Type.Array(Type.String({ minLength: 1, description: "A value." }), { minItems: 1, description: "Several values." }),
    ],
    { description },
  );

const conditionValue = Type.Union(
  [
    Type.String({ description: "One value." }),
    Type.Boolean({ description: "One value." }),
    Type.Number({ description: "One value." }),
    Type.Array(
      Type.Union([Type.String(), Type.Number(), Type.Boolean()], { description: "A value." }),
      { minItems: 1, description: "Several values." },
    ),
  ],
  { description: "The value, or values, that a condition key is compared with." },
);

const statementPrincipal = Type.Union(
  [
    Type.String({ minLength: 1, description: "`*`: everyone. Needs a Condition when it allows." }),
    fields(
      {
        AWS: Type.Optional(oneOrMany("IAM principals or account ids.")),
        Service: Type.Optional(oneOrMany("Service principals.")),
        Federated: Type.Optional(oneOrMany("Federated principals.")),
        CanonicalUser: Type.Optional(oneOrMany("Canonical user ids.")),
      },
      { minProperties: 1, description: "Principals by kind." },
    ),
  ],
  { description: "Who the statement is about." },
);

/** A raw statement of a key policy, in IAM's own words. */
export const statementSchema = fields(
  {
    Sid: Type.Optional(
      // Of a key policy it may have spaces and more: https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-overview.html
      Type.String({ minLength: 1, description: "Name of the statement." }),
    ),
    Effect: choice(["Allow", "Deny"], { description: "What the statement does." }),
    Principal: Type.Optional(statementPrincipal),
    NotPrincipal: Type.Optional(statementPrincipal),
    Action: Type.Optional(oneOrMany("KMS actions.")),
    NotAction: Type.Optional(oneOrMany("All actions but these.")),
    Resource: Type.Optional(oneOrMany("`*`: the key that the policy belongs to.")),
    Condition: Type.Optional(
      mapOf(mapOf(conditionValue, { minProperties: 1, description: "Condition key → value." }), {
        minProperties: 1,
        description: "Operator → condition key → value.",
      }),
    ),
  },
  { description: "A raw statement, appended to the generated ones." },
);

/** `policy` of a key set. */
export const policySchema = fields(
  {
    accountRoot: Type.Optional(
      Type.Boolean({ description: "Lets IAM policies of the account grant access to the key.", default: true }),
    ),
    administrators: Type.Optional(
      principals("Manage the key: policy, rotation, aliases, deletion. No cryptographic use."),
    ),
    operators: Type.Optional(
      principals("Create and run databases with the key: use through the service, and grants for it."),
    ),
    users: Type.Optional(
      principals("Use the key directly. Needs the purpose client-side-encryption, signing or mac."),
    ),
    snapshotAccounts: Type.Optional(
      Type.Array(accountId("An account."), {
        description: "Accounts that may use snapshots shared with them.",
        default: [],
      }),
    ),
    organizationId: Type.Optional(
      patterned("^o-[a-z0-9]{10,32}$", "an organization id such as `o-a1b2c3d4e5`", {
        description: "Denies everyone outside this organization.",
        examples: ["o-a1b2c3d4e5"],
      }),
    ),
    allowedReplicaRegions: Type.Optional(
      Type.Array(region("A Region."), {
        minItems: 1,
        description:
          "Strategy `multi-region`: Regions that the key may be replicated to; denied elsewhere. Default: the key set's Regions.",
      }),
    ),
    statements: Type.Optional(
      Type.Array(statementSchema, { description: "Raw statements, appended to the generated ones.", default: [] }),
    ),
  },
  { description: "Who may do what. Written for each Region's key separately, with least privilege." },
);

/** `policy` as written. */
export type KeyPolicySpec = Static<typeof policySchema>;
/** A raw statement as written. */
export type StatementSpec = Static<typeof statementSchema>;
