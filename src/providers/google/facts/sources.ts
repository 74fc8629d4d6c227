/** Where the facts are from: the roots of their links. */
export const KMS = "https://cloud.google.com/kms/docs";
export const SQL = "https://cloud.google.com/sql/docs";
export const ALLOYDB = "https://cloud.google.com/alloydb/docs";
/** Resources and guides of the Terraform provider. */
export const PROVIDER = "https://registry.terraform.io/providers/hashicorp/google/latest/docs";
/** Threads of the Terraform provider. */
export const ISSUES = "https://github.com/hashicorp/terraform-provider-google/issues";
