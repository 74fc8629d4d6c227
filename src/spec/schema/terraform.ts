import { Type, type Static } from "@sinclair/typebox";
import { choice, fields, patterned } from "./helpers";
import { versionConstraint } from "./version-constraint";

const localSchema = fields(
  {
    path: Type.Optional(
      patterned("^(?![/\\\\~]|[A-Za-z]:)[^\\n]+$", "a path relative to the root module", {
        description: "Path of the state file, relative to the root module.",
        default: "terraform.tfstate",
      }),
    ),
  },
  { description: "State in a local file." },
);

const s3Schema = fields(
  {
    bucket: patterned(
      "^[A-Za-z0-9][A-Za-z0-9._-]{1,253}[A-Za-z0-9]$",
      "the name of a bucket: 3 to 255 letters, digits, `.`, `_` and `-`",
      { description: "The bucket that holds the state." },
    ),
    region: Type.String({ minLength: 1, description: "The Region of the bucket." }),
    keyPrefix: patterned("^[^/]+(/[^/]+)*$", "words with single `/` between them", {
      description: "State is kept at `<keyPrefix>/<stack>.tfstate`.",
      examples: ["keyspan/orders"],
    }),
    kmsKeyId: Type.Optional(Type.String({ minLength: 1, description: "KMS key that encrypts the state." })),
    useLockfile: Type.Optional(
      Type.Boolean({ description: "Lock the state with a file in the bucket.", default: true }),
    ),
  },
  { description: "State in an S3 bucket, always encrypted." },
);

const gcsSchema = fields(
  {
    bucket: Type.String({ minLength: 1, description: "The bucket that holds the state." }),
    prefix: patterned("^[^/]+(/[^/]+)*$", "words with single `/` between them", {
      description: "State is kept at `<prefix>/<stack>/default.tfstate`.",
      examples: ["keyspan/orders"],
    }),
    kmsKey: Type.Optional(
      Type.String({ minLength: 1, description: "Cloud KMS key that encrypts the state, by its full name." }),
    ),
  },
  { description: "State in a bucket of Cloud Storage." },
);

const remoteSchema = fields(
  {
    organization: Type.String({ minLength: 1, description: "Organization in HCP Terraform." }),
    workspacePrefix: Type.String({
      minLength: 1,
      description: "State is kept in the workspace `<workspacePrefix><stack>`.",
      examples: ["keyspan-"],
    }),
    hostname: Type.Optional(
      patterned("^[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?(:[0-9]+)?$", "a host name, without `https://`", {
        description: "Host of Terraform Enterprise. Default: HCP Terraform.",
      }),
    ),
  },
  { description: "State in HCP Terraform or Terraform Enterprise." },
);

const backendSchema = fields(
  {
    local: Type.Optional(localSchema),
    s3: Type.Optional(s3Schema),
    gcs: Type.Optional(gcsSchema),
    remote: Type.Optional(remoteSchema),
  },
  {
    minProperties: 1,
    maxProperties: 1,
    description: "Where Terraform keeps its state: exactly one kind. Default: a local file beside the root module.",
  },
);

/** The `terraform` block. */
export const terraformSchema = fields(
  {
    requiredVersion: Type.Optional(
      versionConstraint("Version constraint of Terraform itself. Write-only arguments need 1.11. Default: `>= 1.11.0`."),
    ),
    layout: Type.Optional(
      choice(["single", "layered", "regional"], {
        description:
          "How the deployment is cut into root modules. `single`: one. `layered`: keys, then databases. `regional`: keys of each Region, what is global, databases of each Region.",
        default: "single",
      }),
    ),
    backend: Type.Optional(backendSchema),
  },
  { description: "Settings of the generated root modules." },
);

/** The `terraform` block as written. */
export type TerraformSpec = Static<typeof terraformSchema>;
/** The `backend` block as written. */
export type BackendSpec = Static<typeof backendSchema>;
