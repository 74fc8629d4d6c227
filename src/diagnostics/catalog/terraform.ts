import { error } from "../definition";

/** The `terraform` block. */
export const terraformDiagnostics = {
  "terraform/version-too-old": error<{ constraint: string; minimum: string; lack: string }>({
    message: ({ constraint, minimum, lack }) =>
      `"${constraint}" admits Terraform before ${minimum}, which cannot ${lack}`,
    help: ({ minimum }) => `write ">= ${minimum}.0", or leave it out`,
    sources: ["https://developer.hashicorp.com/terraform/language/resources/ephemeral/write-only"],
  }),
  "terraform/shared-state": error<{ layout: string; path: string }>({
    message: ({ layout, path }) =>
      `with layout "${layout}" the stacks would share the state file "${path}": each must have its own`,
    help: () => "keep the path inside the root module, or leave it out",
    sources: ["https://developer.hashicorp.com/terraform/language/backend/local"],
  }),
  "terraform/address-clash": error<{ what: string; address: string }>({
    message: ({ what, address }) =>
      `${what} would have the address ${address} in Terraform, which another resource has`,
    help: () => "rename one of the two, or what it belongs to",
    sources: ["https://developer.hashicorp.com/terraform/language/resources/syntax"],
  }),
  "terraform/state-key": error<{ given: string; keyRegion: string | undefined; bucketRegion: string }>({
    message: ({ given, keyRegion, bucketRegion }) =>
      keyRegion === undefined
        ? `"${given}" does not name a KMS key as the S3 backend does`
        : `the key is in ${keyRegion}, but the bucket of the state is in ${bucketRegion}: S3 encrypts with keys of the bucket's Region`,
    help: ({ keyRegion, bucketRegion }) =>
      keyRegion === undefined
        ? "write the ARN of the key, its id, or alias/<name>"
        : `name a key in ${bucketRegion}`,
    sources: [
      "https://developer.hashicorp.com/terraform/language/backend/s3",
      "https://docs.aws.amazon.com/AmazonS3/latest/userguide/UsingKMSEncryption.html",
    ],
  }),
  "terraform/workspace-name": error<{ prefix: string }>({
    message: ({ prefix }) =>
      `"${prefix}" cannot begin the name of a workspace: it takes letters, digits, - and _`,
    help: () => "use letters, digits, - and _",
    sources: ["https://developer.hashicorp.com/terraform/cloud-docs/workspaces/creating"],
  }),
};
