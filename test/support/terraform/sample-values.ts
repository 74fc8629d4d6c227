/** ARNs that the provider accepts where it wants one. */
export const key = "arn:aws:kms:us-east-1:111122223333:key/0f9a0000-0000-0000-0000-000000000001";
export const role = "arn:aws:iam::111122223333:role/r";
export const s3 = {
  bucket_name: "b",
  bucket_prefix: "p",
  ingestion_role: role,
  source_engine: "mysql",
  source_engine_version: "5.6",
};
