import type { Topology } from "../../../model/database";
import type { InstanceClassProblem } from "../../../model/provider-catalog";
import type { AwsEngine } from "./engine";

/*
 * Instance classes: https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Concepts.DBInstanceClass.Types.html and
 * https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Concepts.DBInstanceClass.Support.html. Families come and get
 * larger sizes; engines get families that stand already. What is not here is therefore not refused, but told.
 */

const UP_TO_16 = ["large", "xlarge", "2xlarge", "4xlarge", "8xlarge", "12xlarge", "16xlarge"];
const UP_TO_24 = [...UP_TO_16, "24xlarge"];
const UP_TO_32 = [...UP_TO_24, "32xlarge"];
const BURSTABLE = ["micro", "small", "medium", "large", "xlarge", "2xlarge"];

const SIZES_OF: ReadonlyMap<string, readonly string[]> = new Map(
  [
    [["t1"], ["micro"]],
    [["t2", "t3", "t4g"], BURSTABLE],
    [["m1"], ["small", "medium", "large", "xlarge"]],
    [["m2"], ["xlarge", "2xlarge", "4xlarge"]],
    [["m3"], ["medium", "large", "xlarge", "2xlarge"]],
    [["m4"], ["large", "xlarge", "2xlarge", "4xlarge", "10xlarge", "16xlarge"]],
    [["r3"], ["large", "xlarge", "2xlarge", "4xlarge", "8xlarge"]],
    [["r4"], ["large", "xlarge", "2xlarge", "4xlarge", "8xlarge", "16xlarge"]],
    [["m6g", "m6gd", "m7g", "m8a", "r6g", "r6gd", "r7g", "r8a", "x2g"], UP_TO_16],
    [["m5", "m5d", "r5", "r5b", "r5d"], UP_TO_24],
    [["m6idn", "r6idn"], UP_TO_32],
    [
      ["m6i", "m6id", "m6in", "r6i", "r6id", "r6in"],
      [...UP_TO_32, "metal"],
    ],
    [
      ["m7i", "r7i"],
      [...UP_TO_24, "48xlarge", "metal-24xl", "metal-48xl"],
    ],
    [
      ["m8g", "m8gd", "r8g", "r8gd"],
      [...UP_TO_24, "48xlarge"],
    ],
    [
      ["m8i", "r8i"],
      [...UP_TO_32, "48xlarge", "96xlarge", "metal-48xl", "metal-96xl"],
    ],
    [["x1"], ["16xlarge", "32xlarge"]],
    [["x1e"], ["xlarge", "2xlarge", "4xlarge", "8xlarge", "16xlarge", "32xlarge"]],
    [["x2idn"], ["16xlarge", "24xlarge", "32xlarge", "metal"]],
    [["x2iedn"], ["xlarge", "2xlarge", "4xlarge", "8xlarge", "16xlarge", "24xlarge", "32xlarge", "metal"]],
    [["x2iezn"], ["2xlarge", "4xlarge", "6xlarge", "8xlarge", "12xlarge", "metal"]],
    [["z1d"], ["large", "xlarge", "2xlarge", "3xlarge", "6xlarge", "12xlarge"]],
  ].flatMap(([families = [], sizes = []]) => families.map((family) => [family, sizes] as const)),
);

const SIZES: ReadonlySet<string> = new Set([...SIZES_OF.values()].flat());

/** Every class that is known, of which a slip of the pen is told. */
export const instanceClasses: readonly string[] = [...SIZES_OF].flatMap(([family, sizes]) =>
  sizes.map((size) => `db.${family}.${size}`),
);

/** Families of PostgreSQL, MySQL and MariaDB. */
export const COMMON_FAMILIES: readonly string[] = [
  ...[
    "m1",
    "m2",
    "m3",
    "m4",
    "m5",
    "m5d",
    "m6g",
    "m6gd",
    "m6i",
    "m6id",
    "m6idn",
    "m6in",
    "m7g",
    "m7i",
    "m8g",
  ],
  ...[
    "m8gd",
    "r3",
    "r4",
    "r5",
    "r5b",
    "r5d",
    "r6g",
    "r6gd",
    "r6i",
    "r6id",
    "r6idn",
    "r6in",
    "r7g",
    "r7i",
    "r8g",
  ],
  ...["r8gd", "t1", "t2", "t3", "t4g", "x2g", "x2idn", "x2iedn"],
];

/** Families of Oracle. */
export const ORACLE_FAMILIES: readonly string[] = [
  ...[
    "m3",
    "m4",
    "m5",
    "m5d",
    "m6i",
    "m6id",
    "m6in",
    "m7i",
    "m8i",
    "r3",
    "r4",
    "r5",
    "r5b",
    "r5d",
    "r6i",
    "r6id",
  ],
  ...["r6in", "r7i", "r8i", "t2", "t3", "x1", "x1e", "x2idn", "x2iedn", "x2iezn", "z1d"],
];

/**
 * Sizes of Oracle Standard Edition 2, which takes 16 vCPUs; on a metal class the others are switched off:
 * https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Oracle.Concepts.InstanceClasses.html
 */
export const ORACLE_SE2_SIZES: ReadonlySet<string> = new Set([
  ...BURSTABLE,
  ...["3xlarge", "4xlarge", "metal", "metal-24xl", "metal-48xl"],
]);

/** Families of SQL Server. */
export const SQLSERVER_FAMILIES: readonly string[] = [
  ...[
    "m3",
    "m4",
    "m5",
    "m5d",
    "m6i",
    "m7i",
    "m8a",
    "m8i",
    "r3",
    "r4",
    "r5",
    "r5b",
    "r5d",
    "r6i",
    "r7i",
    "r8a",
  ],
  ...["r8i", "t2", "t3", "x1", "x1e", "x2iedn", "z1d"],
];

/** Families of Db2. */
export const DB2_FAMILIES: readonly string[] = [
  ...["m6i", "m6idn", "m6in", "m7i", "r6i", "r6idn", "r6in", "r7i", "t3", "x2iedn"],
];

/** Sizes of Db2 Standard Edition: https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Db2.Concepts.General.InstanceClasses.html */
export const DB2_SE_SIZES: ReadonlySet<string> = new Set([...BURSTABLE, "4xlarge", "8xlarge"]);

/** Families of Aurora; what it has not is refused already by {@link NOT_FOR_CLUSTERS}. */
export const AURORA_FAMILIES: readonly string[] = [
  ...["r3", "r4", "r5", "r6g", "r6gd", "r6i", "r6id", "r7g", "r7i", "r8g", "r8gd", "t2", "t3", "t4g", "x2g"],
];

/** Classes that cannot be encrypted: https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Overview.Encryption.html. */
const UNENCRYPTED = /^db\.(m1|m2|t1)\.|^db\.t2\.micro$/;

/**
 * Classes that RDS has and Aurora has not: compute and general purpose, the x1, x2i and local-disk families of Intel, and
 * burstable ones that are too small or too large. A family that is not known here may have come since.
 * https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/Concepts.DBInstanceClass.SupportAurora.html
 */
const NOT_FOR_CLUSTERS = [
  /^db\.(?![rxt][0-9])/,
  /^db\.(x1e?|x2i[a-z]+|r5[bd])\./,
  /^db\.t[0-9]g?\.(nano|micro|[0-9]*xlarge)$/,
  /^db\.t4g\.small$/,
];

/** Graviton: a `g` after the generation. */
const ARM = /^db\.[a-z]+[0-9]+g/;

/** `db.r6i.2xlarge`, and of Oracle `db.r6i.2xlarge.tpc2.mem4x`: threads per core, and more memory. */
const FORM = /^db\.([a-z0-9-]+)\.([a-z0-9-]+)(\.tpc[12]\.mem[1-8]x)?$/;

/** Why a class cannot be used. */
export function classProblem(
  instanceClass: string,
  topology: Topology,
  { form, supportsArm, families, sizes, hasMemoryClasses }: AwsEngine,
): InstanceClassProblem | undefined {
  if (instanceClass === "db.serverless") return "serverless";
  const [, family = "", size = "", memory] = FORM.exec(instanceClass) ?? [];
  if (!SIZES.has(size)) return "malformed";
  if (UNENCRYPTED.test(instanceClass)) return "unencrypted";
  if (topology === "global-database" && /^db\.t[0-9]/.test(instanceClass)) return "burstable";
  if (form === "cluster" && NOT_FOR_CLUSTERS.some((one) => one.test(instanceClass)))
    return "not-for-clusters";
  if (!supportsArm && ARM.test(instanceClass)) return "not-for-engine";
  const isKnown =
    families.includes(family) &&
    (memory === undefined
      ? SIZES_OF.get(family)?.includes(size) === true && sizes?.has(size) !== false
      : hasMemoryClasses);
  return isKnown ? undefined : "unverified";
}
