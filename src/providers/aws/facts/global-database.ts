import { emitted, omitted, reported, tested, type ProviderFact } from "../../common/facts/fact";
import { AURORA, ISSUES, PROVIDER, RDS_API } from "./sources";

const REQUIREMENTS = `${AURORA}/aurora-global-database.configuration.requirements.html`;
const LEDGER = "out/orders/ledger.tf";
const PRIMARY = "aws_rds_cluster.ledger_us_east_1";
const SECONDARY = "aws_rds_cluster.ledger_eu_west_1";
const ADOPTED = "out/catalog/products.tf";
const GLOBAL_ADOPTED = "aws_rds_global_cluster.products";

/** Aurora Global Database. */
export const globalDatabaseFacts: readonly ProviderFact[] = [
  {
    section: "5.1",
    fact: "A global database is Aurora MySQL or Aurora PostgreSQL; engine `aurora` is no more.",
    sources: [`${RDS_API}/API_CreateGlobalCluster.html`],
    answers: [
      reported("databases/topology-not-for-engine.global-rds"),
      reported("databases/engine-refused.aurora"),
    ],
  },
  {
    section: "5.1",
    fact: "Versions before the first that has the topology are refused, some Regions ask for later ones.",
    sources: [`${AURORA}/Concepts.Aurora_Fea_Regions_DB-eng.Feature.GlobalDatabase.html`],
    answers: [
      reported("databases/engine-version-too-old"),
      reported("databases/engine-version-too-old.mysql"),
      reported("databases/engine-version-too-old.region"),
    ],
  },
  {
    section: "5.1",
    fact: "Taipei, New Zealand and Thailand have no global databases; of Mexico and the isolated and sovereign partitions it could not be read.",
    sources: [`${AURORA}/Concepts.Aurora_Fea_Regions_DB-eng.Feature.GlobalDatabase.html`],
    answers: [reported("databases/region-without-topology"), reported("databases/support-unverified")],
  },
  {
    section: "5.1",
    fact: "Instances are of memory-optimized classes or serverless, never burstable.",
    sources: [REQUIREMENTS],
    answers: [
      reported("databases/instance-class-burstable"),
      reported("databases/instance-class-burstable.secondary"),
      reported("databases/instance-class-not-for-clusters"),
    ],
  },
  {
    section: "5.1",
    fact: "Serverless v2 is for 8 ACU and more in the primary Region; backtracking and other engine modes are not for a global database.",
    sources: [`${AURORA}/aurora-serverless-v2.setting-capacity.html`, REQUIREMENTS],
    answers: [
      reported("databases/serverless-global-capacity"),
      reported("databases/field-not-applicable.backtrack"),
      reported("spec/unknown-field.not-in-the-language", "engineMode"),
    ],
  },
  {
    section: "5.1",
    fact: "Backtracking, which a cluster in one Region can have, is not in every Region.",
    sources: [
      `${AURORA}/AuroraMySQL.Managing.Backtrack.html`,
      "https://repost.aws/knowledge-center/aurora-mysql-cluster-backtrack",
    ],
    answers: [
      reported("databases/field-not-applicable.backtrack-region"),
      reported("databases/support-unverified.backtrack"),
    ],
  },
  {
    section: "5.1",
    fact: "Beside s secondary clusters the primary one has a writer and at most 15 − s readers; a secondary cluster has at most 16.",
    sources: [REQUIREMENTS],
    answers: [reported("databases/too-many-instances"), reported("databases/too-many-instances.secondary")],
  },
  {
    section: "5.1",
    fact: "Identifiers are unique across the Regions of a global database, of at most 63 characters, which the provider does not count.",
    sources: [REQUIREMENTS, `${RDS_API}/API_CreateDBCluster.html`],
    answers: [
      reported("databases/identifier-clash"),
      reported("databases/identifier-too-long"),
      reported("databases/identifier-too-long.derived"),
      reported("databases/identifier-form"),
      emitted(LEDGER, 'cluster_identifier = "orders-ledger-eu-west-1"', SECONDARY),
    ],
  },
  {
    section: "5.1",
    fact: "Write forwarding needs a version that has it, and an instance that forwards.",
    sources: [`${AURORA}/aurora-global-database-write-forwarding.html`],
    answers: [
      reported("databases/write-forwarding-version"),
      reported("databases/headless-write-forwarding"),
      emitted(
        "out/checkout/carts.tf",
        "enable_global_write_forwarding = true",
        "aws_rds_cluster.carts_eu_west_1",
      ),
    ],
  },
  {
    section: "5.1",
    fact: "A secondary cluster may do without instances; Aurora MySQL cannot be created so.",
    sources: [`${AURORA}/aurora-global-database-getting-started.html`],
    answers: [
      reported("databases/headless-secondary"),
      reported("databases/headless-engine"),
      reported("databases/headless-primary"),
    ],
  },
  {
    section: "5.1",
    fact: "Names of databases and master users have a form and a length, and some are reserved.",
    sources: [`${RDS_API}/API_CreateDBCluster.html`],
    answers: [
      reported("databases/database-name-form"),
      reported("databases/database-name-too-long"),
      reported("databases/master-username-form"),
      reported("databases/master-username-too-long"),
      reported("databases/master-username-reserved"),
    ],
  },
  {
    section: "5.2",
    fact: "The global cluster says only that storage is encrypted; each member names the key of its Region.",
    sources: [`${RDS_API}/API_CreateGlobalCluster.html`],
    answers: [
      emitted(LEDGER, "storage_encrypted = true", "aws_rds_global_cluster.ledger"),
      omitted(LEDGER, "kms_key_id", "aws_rds_global_cluster.ledger"),
      emitted(LEDGER, "kms_key_id = aws_kms_key.storage_us_east_1.arn", PRIMARY),
    ],
  },
  {
    section: "5.2",
    fact: "Secondary clusters wait for the instances of the primary cluster, and are destroyed before them.",
    sources: [`${PROVIDER}/resources/rds_global_cluster`, `${ISSUES}/26236`],
    answers: [
      emitted(LEDGER, "aws_rds_cluster_instance.ledger_us_east_1_1,", SECONDARY),
      reported("databases/primary-without-instance"),
    ],
  },
  {
    section: "5.2",
    fact: "An encrypted secondary cluster names the Region of its source when it is created; the roles may be exchanged later, so that a change is ignored.",
    sources: [`${ISSUES}/16362`, `${ISSUES}/13715`],
    answers: [
      emitted(LEDGER, 'source_region = "us-east-1"', SECONDARY),
      emitted(
        LEDGER,
        "ignore_changes = [engine_version, replication_source_identifier, source_region]",
        SECONDARY,
      ),
    ],
  },
  {
    section: "5.2",
    fact: "A secondary cluster has no credentials and no database name: they come from the primary cluster.",
    sources: [`${AURORA}/aurora-global-database-getting-started.html`],
    answers: [
      omitted(LEDGER, "master_", SECONDARY),
      omitted(LEDGER, "database_name", SECONDARY),
      reported("spec/misplaced-field"),
    ],
  },
  {
    section: "5.2",
    fact: "AWS sets `replication_source_identifier`; a plan that does not ignore it would promote the cluster.",
    sources: [`${ISSUES}/42919`],
    answers: [
      omitted(LEDGER, "replication_source_identifier =", SECONDARY),
      emitted(LEDGER, "ignore_changes = [engine_version, replication_source_identifier]", PRIMARY),
    ],
  },
  {
    section: "5.2",
    fact: "A global cluster around an existing cluster names it by ARN, with `force_destroy`, and says nothing of engine, version, encryption and database name.",
    sources: [`${PROVIDER}/resources/rds_global_cluster`],
    answers: [
      emitted(ADOPTED, "source_db_cluster_identifier = ", GLOBAL_ADOPTED),
      emitted(ADOPTED, "force_destroy = true", GLOBAL_ADOPTED),
      omitted(ADOPTED, "engine", GLOBAL_ADOPTED),
      omitted(ADOPTED, "storage_encrypted", GLOBAL_ADOPTED),
      reported("databases/field-not-applicable.adopted"),
    ],
  },
  {
    section: "5.2",
    fact: "A major upgrade goes through the global cluster; members ignore their version, and instances do not say it.",
    sources: [`${ISSUES}/21879`, `${ISSUES}/31529`],
    answers: [
      emitted(LEDGER, 'engine_version = "16.6"', "aws_rds_global_cluster.ledger"),
      omitted(LEDGER, "engine_version", "aws_rds_cluster_instance.ledger_us_east_1_1"),
      emitted("out/orders/README.md", "### Database ledger: engine upgrade"),
    ],
  },
  {
    section: "5.2",
    fact: "Switchover and failover happen outside Terraform, and leave the roles in the state inverted.",
    sources: [`${ISSUES}/18863`],
    answers: [
      emitted("out/orders/README.md", "aws rds switchover-global-cluster"),
      emitted("out/orders/README.md", "--allow-data-loss"),
    ],
  },
  {
    section: "5.2",
    fact: "Parameter groups and subnet groups are Regional.",
    sources: [`${AURORA}/USER_WorkingWithParamGroups.html`],
    answers: [
      emitted(LEDGER, 'resource "aws_rds_cluster_parameter_group" "ledger_eu_west_1"'),
      emitted("out/checkout/main.tf", 'resource "aws_db_subnet_group" "databases_eu_west_1"'),
    ],
  },
  {
    section: "5.2",
    fact: "Deleting goes from protection to secondary clusters, the primary cluster and the global cluster.",
    sources: [`${ISSUES}/12499`],
    answers: [
      emitted("out/orders/README.md", "removes replicas and secondary clusters first"),
      tested(
        "`keyspan diff` names what weakens the protection",
        "test/unit/review/review.test.ts",
        "data and settings that weaken a system are named",
      ),
    ],
  },
];
