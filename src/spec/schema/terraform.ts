import { Type, type Static } from "@sinclair/typebox";
import { choice, fields } from "./helpers";

const backendSchema = fields(
  {
    local: Type.Optional(
      fields(
        {
          path: Type.Optional(
            Type.String({
              minLength: 1,
              description: "Path of the state file, relative to the root module.",
              default: "terraform.tfstate",
            }),
          ),
        },
        { description: "State in a local file." },
      ),
    ),
    s3: Type.Optional(
      fields(
        {
          bucket: Type.String({ minLength: 1, description: "The bucket that holds the state." }),
          region: Type.String({ minLength: 1, description: "The Region of the bucket." }),
          keyPrefix: Type.String({
            minLength: 1,
            description: "State is kept at `<keyPrefix>/<stack>.tfstate`.",
            examples: ["keyspan/orders"],
          }),
          kmsKeyId: Type.Optional(
            Type.String({ minLength: 1, description: "KMS key that encrypts the state." }),
          ),
          useLockfile: Type.Optional(
            Type.Boolean({ description: "Lock the state with a file in the bucket.", default: true }),
          ),
        },
        { description: "State in an S3 bucket, always encrypted." },
      ),
    ),
  },
  { description: "Where Terraform keeps its state: exactly one kind. Default: a local file beside the root module." },
);

/** The `terraform` block. */
export const terraformSchema = fields(
  {
    requiredVersion: Type.Optional(
      Type.String({
        minLength: 1,
        description: "Version constraint of Terraform itself. Write-only arguments need 1.11.",
        default: ">= 1.11.0",
      }),
    ),
    layout: Type.Optional(
      choice(["single"], {
        description: "How the deployment is cut into root modules. `single`: one root module.",
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
