/** Where the facts are from: the roots of their links. */
export const KMS = "https://docs.aws.amazon.com/kms/latest/developerguide";
export const KMS_API = "https://docs.aws.amazon.com/kms/latest/APIReference";
export const RDS = "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide";
export const RDS_API = "https://docs.aws.amazon.com/AmazonRDS/latest/APIReference";
export const AURORA = "https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide";
export const LOGS = "https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs";
export const IAM = "https://docs.aws.amazon.com/IAM/latest/UserGuide";
/** Resources and guides of the Terraform provider. */
export const PROVIDER = "https://registry.terraform.io/providers/hashicorp/aws/latest/docs";
/** Threads of the Terraform provider. */
export const ISSUES = "https://github.com/hashicorp/terraform-provider-aws/issues";
/** The post that the project began with. */
export const BLOG =
  "https://aws.amazon.com/blogs/database/choose-the-right-type-of-aws-kms-key-to-encrypt-amazon-rds-and-aurora-global-database/";
