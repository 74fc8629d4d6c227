import type { Quota } from "../../../model/quota";
import { limits } from "./limits";
import { policyLimits } from "./policy-limits";

const RDS_QUOTAS = "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/CHAP_Limits.html";
const RESOURCE_QUOTAS = "https://docs.aws.amazon.com/kms/latest/developerguide/resource-limits.html";

/** Quotas that the keys, the databases and the backups of a deployment count against. */
export const quotas = {
  keys: {
    id: "keys",
    title: "customer managed keys",
    scope: "account",
    maximum: 100_000,
    adjustable: "yes",
    source: RESOURCE_QUOTAS,
  },
  clusters: {
    id: "db-clusters",
    title: "DB clusters",
    scope: "account",
    maximum: 40,
    adjustable: "yes",
    source: RDS_QUOTAS,
  },
  // Those of Aurora are counted too.
  instances: {
    id: "db-instances",
    title: "DB instances",
    scope: "account",
    maximum: 40,
    adjustable: "yes",
    source: RDS_QUOTAS,
  },
  replicatedBackups: {
    id: "replicated-backups",
    title: "replicated automated backups",
    scope: "account",
    ...limits.replicatedBackupsPerRegion,
    adjustable: "unverified",
  },
  aliases: {
    id: "aliases-per-key",
    title: "aliases of a key",
    scope: "key",
    ...limits.aliasesPerKey,
    adjustable: "yes",
  },
  grants: {
    id: "grants-per-key",
    title: "grants of the spec on a key",
    scope: "key",
    maximum: 50_000,
    adjustable: "yes",
    source: RESOURCE_QUOTAS,
  },
  policyBytes: {
    id: "key-policy-bytes",
    title: "bytes of a key policy",
    scope: "key",
    ...policyLimits.keyPolicyBytes,
    adjustable: "no",
  },
} as const satisfies Readonly<Record<string, Quota>>;
