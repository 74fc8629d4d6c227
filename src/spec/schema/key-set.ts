import { Type, type Static } from "@sinclair/typebox";
import { byRegion, choice, fields, patterned, region } from "./helpers";
import { tagsSchema } from "./provider";

const principals = (description: string) =>
  Type.Array(Type.String({ minLength: 1, description: "IAM principal ARN (a role, user or account root)." }), {
    description,
    default: [],
    examples: [["arn:aws:iam::111122223333:role/KeyAdmin"]],
  });

const policySchema = fields(
  {
    accountRoot: Type.Optional(
      Type.Boolean({
        description: "Lets IAM policies of the account grant access to the key.",
        default: true,
      }),
    ),
    administrators: Type.Optional(
      principals("Manage the key: policy, rotation, aliases, deletion. No cryptographic use."),
    ),
    operators: Type.Optional(
      principals("Create and run databases with the key: use through the database service, and grants for it."),
    ),
    users: Type.Optional(
      principals("Use the key directly, for client-side encryption. Needs a purpose that has direct use."),
    ),
  },
  { description: "Who may do what. Written for each Region's key separately, with least privilege." },
);

const keyAlias = patterned("^[A-Za-z0-9/_-]+$", "letters, digits, `/`, `_` and `-`, without the prefix `alias/`", {
  description: "Alias of the key in every Region, without the prefix `alias/`. Default: `<spec name>/<key name>`.",
  examples: ["orders/storage"],
});

const independent = {
  description: Type.Optional(Type.String({ minLength: 1, description: "Description of the key. Default: derived." })),
  alias: Type.Optional(keyAlias),
  enabled: Type.Optional(
    Type.Boolean({ description: "Whether the key may be used. Not while a database uses it.", default: true }),
  ),
  deletionWindowDays: Type.Optional(
    Type.Integer({ description: "Days between scheduling the deletion of the key and losing it (AWS: 7 to 30).", default: 30 }),
  ),
  policy: Type.Optional(policySchema),
  tags: Type.Optional(tagsSchema("Tags of the keys, beside the default tags.")),
};

const overridesSchema = Type.Union(
  [
    Type.Null(),
    fields(
      { ...independent },
      { description: "The properties that AWS does not synchronise, for this Region's key." },
    ),
  ],
  { description: "Overrides of one Region." },
);

const rotationSchema = Type.Union(
  [
    fields(
      {
        periodDays: Type.Optional(
          Type.Integer({ description: "Days between rotations (AWS: 90 to 2560).", default: 365 }),
        ),
      },
      { description: "Automatic rotation." },
    ),
    Type.Literal(false, { description: "No automatic rotation." }),
  ],
  {
    description: "Automatic rotation of the key material; multi-Region keys share the rotation of their primary key.",
    default: { periodDays: 365 },
  },
);

/** `keys.<name>`. */
export const keySetSchema = fields(
  {
    strategy: choice(["single-region", "multi-region", "aws-managed", "existing"], {
      description:
        "`single-region`: an independent customer managed key in each Region. `multi-region`: a primary key in primaryRegion and a replica key in every other Region. `aws-managed`: the service's own key. `existing`: keys that stand already, by ARN.",
    }),
    purpose: Type.Optional(
      Type.Array(
        choice(["database", "client-side-encryption", "logs"], {
          description: "A use of the keys.",
        }),
        {
          minItems: 1,
          description: "What the keys are for; decides the statements of the key policies and the advice.",
          default: ["database"],
        },
      ),
    ),
    regions: Type.Optional(
      Type.Array(region("A Region of the deployment."), {
        minItems: 1,
        description: "The Regions that get a key. Default: all Regions of the deployment.",
      }),
    ),
    ...independent,
    rotation: Type.Optional(rotationSchema),
    protect: Type.Optional(
      Type.Boolean({ description: "Keep Terraform from ever destroying the keys (`prevent_destroy`).", default: true }),
    ),
    overrides: Type.Optional(
      byRegion(overridesSchema, "Region → the independent properties of that Region's key, where they differ."),
    ),
    arns: Type.Optional(
      byRegion(
        Type.String({ minLength: 1, description: "The ARN of the key, never of an alias." }),
        "Strategy `existing`: Region → ARN of the key there. Another account's key is allowed.",
      ),
    ),
  },
  { description: "A key set: the keys that serve one use, one in each of its Regions." },
);

/** `keys.<name>` as written. */
export type KeySetSpec = Static<typeof keySetSchema>;
/** `keys.<name>.policy` as written. */
export type KeyPolicySpec = Static<typeof policySchema>;
/** `keys.<name>.overrides.<Region>` as written. */
export type KeyOverridesSpec = Static<typeof overridesSchema>;
