import { asRegionName } from "../../../base/names";
import type { Rule } from "../../../rules/rule";

/** What the S3 backend takes for a key: https://developer.hashicorp.com/terraform/language/backend/s3 */
const KEY_ID = /^([0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|mrk-[0-9a-f]{32}|alias\/[A-Za-z0-9/_-]+)$/;
const KEY_ARN = /^arn:[a-z-]+:kms:([a-z0-9-]+):[0-9]{12}:(key|alias)\/.+$/;

/** The key of the state is named as the backend takes it, and is in the Region of the bucket. */
export const backendKeyRule: Rule = ({ spec, catalog, report, isSetAside }) => {
  const { kmsKeyId: given, region: bucketRegion } = spec.terraform?.backend?.s3 ?? {};
  const path = ["terraform", "backend", "s3", "kmsKeyId"];
  if (given === undefined || bucketRegion === undefined || KEY_ID.test(given)) return;
  const keyRegion = KEY_ARN.exec(given)?.[1];
  if (keyRegion === bucketRegion || isSetAside(path)) return;
  if (!catalog.regions.has(asRegionName(bucketRegion))) return;
  report("terraform/state-key", { given, keyRegion, bucketRegion }, path);
};
