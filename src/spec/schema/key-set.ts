import { Type, type Static } from "@sinclair/typebox";
import { KEY_PROTECTIONS } from "../../model/key";
import { byRegion, choice, fields, mapOf, patterned, region } from "./helpers";
import { policySchema } from "./key-policy";
import { renamedFromSchema } from "./names";
import { tagsSchema } from "./tags";

const keyAlias = (description: string) =>
  patterned("^(?!alias/)[A-Za-z0-9/_-]+$", "letters, digits, `/`, `_` and `-`, without the prefix `alias/`", {
    description,
    examples: ["orders/storage"],
  });

const encryptionContext = mapOf(Type.String({ description: "A value of the context." }), {
  description: "Encryption context: name → value.",
});

const grantSchema = fields(
  {
    name: patterned("^[a-zA-Z0-9:/_-]{1,256}$", "1 to 256 letters, digits, `:`, `/`, `_` and `-`", {
      description: "Name of the grant.",
    }),
    grantee: Type.String({ minLength: 1, description: "IAM principal ARN that gets the permissions." }),
    operations: Type.Array(Type.String({ minLength: 1, description: "A grant operation, such as Decrypt." }), {
      minItems: 1,
      description: "What the grantee may do; operations that the key's spec has.",
      examples: [["Decrypt", "DescribeKey"]],
    }),
    retiringPrincipal: Type.Optional(
      Type.String({ minLength: 1, description: "IAM principal ARN that may retire the grant." }),
    ),
    encryptionContext: Type.Optional(
      fields(
        { equals: Type.Optional(encryptionContext), subset: Type.Optional(encryptionContext) },
        {
          maxProperties: 1,
          description: "The grant holds only for this encryption context: exactly, or at least.",
        },
      ),
    ),
    regions: Type.Optional(
      Type.Array(region("A Region of the key set."), {
        minItems: 1,
        description: "Regions in which the grant is given. Default: all of the key set.",
      }),
    ),
  },
  { description: "A KMS grant, given on each Region's key separately." },
);

const independent = {
  description: Type.Optional(Type.String({ minLength: 1, description: "Description of the key. Default: derived." })),
  alias: Type.Optional(
    keyAlias("Alias of the key in every Region, without the prefix `alias/`. Default: `<spec name>/<key name>`."),
  ),
  aliases: Type.Optional(
    Type.Array(keyAlias("An alias, without the prefix `alias/`."), { description: "Further aliases.", default: [] }),
  ),
  enabled: Type.Optional(
    Type.Boolean({ description: "Whether the key may be used. Not while a database uses it.", default: true }),
  ),
  deletionWindowDays: Type.Optional(
    Type.Integer({
      description:
        "Days between scheduling the deletion of the key and losing it (AWS: 7 to 30; Google Cloud: 1 to 120).",
    }),
  ),
  policy: Type.Optional(policySchema),
  grants: Type.Optional(Type.Array(grantSchema, { description: "KMS grants.", default: [] })),
  tags: Type.Optional(tagsSchema("Tags of the keys, beside the default tags.")),
};

const overridesSchema = Type.Union(
  [
    Type.Null(),
    fields({ ...independent }, { description: "The properties that each Region's key has of its own." }),
  ],
  { description: "Overrides of one Region." },
);

const rotationSchema = Type.Union(
  [
    fields(
      {
        periodDays: Type.Optional(
          Type.Integer({ description: "Days between rotations (AWS: 90 to 2560; Google Cloud: 1 to 36500)." }),
        ),
      },
      { description: "Automatic rotation." },
    ),
    Type.Literal(false, { description: "No automatic rotation." }),
  ],
  {
    description:
      "Automatic rotation of the key material: symmetric keys of origin `provider`. Replica keys share their primary key's.",
  },
);

/** `keys.<name>`. */
export const keySetSchema = fields(
  {
    strategy: choice(
      ["single-region", "multi-region", "aws-managed", "aws-owned", "provider-managed", "existing"],
      {
        description:
          "`single-region`: an independent customer managed key in each Region. `multi-region`: on AWS a primary key in primaryRegion and a replica key in every other Region; on Google Cloud one key in a multi-region `location`. `aws-managed`: the key that AWS keeps in the account for the service. `aws-owned`: a key that AWS keeps for itself (Aurora with topology single-region). `provider-managed`: the same as aws-managed on AWS; on Google Cloud its default encryption. `existing`: keys that stand already, by their identifiers.",
      },
    ),
    location: Type.Optional(
      Type.String({
        minLength: 1,
        description:
          "Strategy `multi-region`: the multi-region location that the one key is in, such as `us` or `europe`. No database can use it.",
        examples: ["us"],
      }),
    ),
    purpose: Type.Optional(
      Type.Array(
        choice(["database", "client-side-encryption", "signing", "mac", "secrets", "logs"], {
          description:
            "A use of the keys. `database`: storage, snapshots, backups and Performance Insights of databases. `client-side-encryption`: applications encrypt with it by themselves. `signing`: applications sign. `mac`: applications make message authentication codes. `secrets`: master secrets in Secrets Manager. `logs`: log groups in CloudWatch.",
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
    spec: Type.Optional(
      Type.String({
        minLength: 1,
        description:
          "Key spec, in the provider's words; databases, secrets and logs need `symmetric`, which is the default and every provider's word for `SYMMETRIC_DEFAULT`.",
        default: "symmetric",
        examples: ["symmetric", "SYMMETRIC_DEFAULT", "ECC_NIST_P256", "RSA_3072", "HMAC_256"],
      }),
    ),
    usage: Type.Optional(
      choice(["ENCRYPT_DECRYPT", "SIGN_VERIFY", "GENERATE_VERIFY_MAC", "KEY_AGREEMENT"], {
        description: "Key usage. Default: the only one that the spec has, else the one that the purpose asks for.",
      }),
    ),
    origin: Type.Optional(
      choice(["provider", "aws", "external"], {
        description:
          "`provider`: the provider makes the key material. `aws`: the same, on AWS. `external`: key material that is imported; it never stands in the spec, and is not rotated.",
        default: "provider",
      }),
    ),
    protection: Type.Optional(
      choice(KEY_PROTECTIONS, {
        description:
          "Where the key is kept. `software`: in software. `hsm`: in hardware security modules, as every key of AWS is. `external`: in a key manager outside, over the internet. `external-vpc`: in a key manager outside, over a VPC.",
      }),
    ),
    ekmConnections: Type.Optional(
      byRegion(
        patterned(
          "^projects/[^/\\s]+/locations/[^/\\s]+/ekmConnections/[^/\\s]+$",
          "projects/<project>/locations/<Region>/ekmConnections/<name>",
          { description: "Full name of the EKM connection." },
        ),
        "Protection `external-vpc`: Region → EKM connection of the key there.",
      ),
    ),
    ...independent,
    rotation: Type.Optional(rotationSchema),
    protect: Type.Optional(
      Type.Boolean({
        description: "Keep Terraform from ever destroying the keys (`prevent_destroy`).",
        default: true,
      }),
    ),
    renamedFrom: Type.Optional(renamedFromSchema("Alias, description and input variables stay")),
    overrides: Type.Optional(
      byRegion(overridesSchema, "Region → the independent properties of that Region's key, where they differ."),
    ),
    arns: Type.Optional(
      byRegion(
        Type.String({ minLength: 1, description: "The ARN of the key, never of an alias." }),
        "Strategy `existing`: Region → ARN of the key there. Another account's key is allowed.",
      ),
    ),
    ids: Type.Optional(
      byRegion(
        Type.String({ minLength: 1, description: "What names the key; on AWS its ARN, never that of an alias." }),
        "The same as `arns`, under a name that does not depend on the provider.",
      ),
    ),
  },
  { description: "A key set: the keys that serve one use, one in each of its Regions." },
);

/** `keys.<name>` as written. */
export type KeySetSpec = Static<typeof keySetSchema>;
/** `keys.<name>.overrides.<Region>` as written. */
export type KeyOverridesSpec = Static<typeof overridesSchema>;
/** A grant as written. */
export type GrantSpec = Static<typeof grantSchema>;
