/** The Regions of every database. */
export const REGIONS = ["us-east-1", "us-west-2", "eu-west-1", "eu-central-1"];
/** The primary Region. */
export const HOME = "us-east-1";

/** A spec with that many databases, each in four Regions: one in three an Aurora Global Database, the others RDS with read replicas. */
export function largeSpec(databases: number): string {
  return [
    "apiVersion: keyspan/v1",
    "name: fleet",
    `provider: { name: aws, account: "111122223333" }`,
    `primaryRegion: ${HOME}`,
    "regions:",
    ...REGIONS.map(
      (region) =>
        `  ${region}: { subnetGroupName: private-databases, securityGroupIds: [${securityGroupIn(region)}] }`,
    ),
    "keys:",
    "  storage:",
    "    strategy: single-region",
    "    policy:",
    `      operators: ["arn:aws:iam::111122223333:role/DatabaseDeployer"]`,
    "databases:",
    ...Array.from({ length: databases }, (_, index) => database(index)).flat(),
    "",
  ].join("\n");
}

/** The security group of the databases of a Region. */
export function securityGroupIn(region: string): string {
  return `sg-0d1${REGIONS.indexOf(region) + 1}`;
}

function database(index: number): string[] {
  const isGlobal = index % 3 === 0;
  return [
    `  d${index}:`,
    `    engine: ${isGlobal ? "aurora-postgresql" : "postgres"}`,
    `    engineVersion: "16.6"`,
    `    topology: ${isGlobal ? "global-database" : "read-replicas"}`,
    "    key: storage",
    `    instances: { class: db.r6g.large }`,
    ...(isGlobal ? [] : ["    storage: { allocatedGiB: 100 }"]),
  ];
}
