import { emitted, omitted, reported, tested, type ProviderFact } from "../../common/facts/fact";
import { RDS, RDS_API } from "./sources";

const READ_REPLICAS = `${RDS}/USER_ReadRepl.html`;
const CREATE_REPLICA = `${RDS_API}/API_CreateDBInstanceReadReplica.html`;
const MEMBERS = "test/unit/databases/arguments-of-members.test.ts";
const INVOICES = "out/billing/billing-databases/invoices.tf";
const ELSEWHERE = "aws_db_instance.invoices_eu_central_1_replica_1";
const SAME_REGION = "aws_db_instance.invoices_eu_west_1_replica_1";

/** RDS with read replicas in other Regions. */
export const readReplicaFacts: readonly ProviderFact[] = [
  {
    section: "6",
    fact: "PostgreSQL, MySQL, MariaDB, Oracle EE, SQL Server EE and Db2 replicate across Regions; Aurora has global databases, other editions have neither.",
    sources: [`${RDS}/Concepts.RDS_Fea_Regions_DB-eng.Feature.CrossRegionReadReplicas.html`],
    answers: [
      reported("databases/topology-not-for-engine"),
      reported("databases/topology-not-for-engine.edition"),
      reported("databases/engine-version-too-old.db2"),
    ],
  },
  {
    section: "6",
    fact: "A source has at most 15 replicas, of Oracle and SQL Server 5, of Db2 3.",
    sources: [READ_REPLICAS],
    answers: [reported("databases/too-many-replicas"), reported("databases/too-many-replicas.regions")],
  },
  {
    section: "6",
    fact: "More than five replicas of one source in other Regions are not promised.",
    sources: [READ_REPLICAS],
    answers: [reported("databases/support-unverified.replicas")],
  },
  {
    section: "6",
    fact: "A source keeps backups.",
    sources: [CREATE_REPLICA],
    answers: [reported("databases/source-without-backups")],
  },
  {
    section: "6",
    fact: "Replicas of PostgreSQL before 14.1 and of SQL Server keep no backups of their own.",
    sources: [READ_REPLICAS],
    answers: [
      tested(
        "replicas of such engines say nothing of backups",
        MEMBERS,
        "replicas of PostgreSQL before 14.1 keep no backups",
      ),
    ],
  },
  {
    section: "6",
    fact: "A replica elsewhere names its source by ARN, its Region's key and its Region's subnet group; one in the same Region names its source by identifier, and neither.",
    sources: [CREATE_REPLICA],
    answers: [
      emitted(INVOICES, "replicate_source_db = aws_db_instance.invoices_eu_west_1.arn", ELSEWHERE),
      emitted(INVOICES, "outputs.kms_key_storage_eu_central_1_arn", ELSEWHERE),
      emitted(INVOICES, "db_subnet_group_name", ELSEWHERE),
      emitted(INVOICES, "replicate_source_db = aws_db_instance.invoices_eu_west_1.identifier", SAME_REGION),
      omitted(INVOICES, "db_subnet_group_name", SAME_REGION),
    ],
  },
  {
    section: "6",
    fact: "Credentials, database name, engine, version and size of a replica are its source's.",
    sources: [CREATE_REPLICA],
    answers: [
      omitted(INVOICES, "username", ELSEWHERE),
      omitted(INVOICES, "password", ELSEWHERE),
      omitted(INVOICES, "engine", ELSEWHERE),
      omitted(INVOICES, " allocated_storage", ELSEWHERE),
      omitted(
        "out/backoffice/backoffice-databases-us-west-2/ledger.tf",
        "character_set_name",
        "aws_db_instance.ledger_us_west_2_replica_1",
      ),
      reported("spec/misplaced-field.engine-version"),
    ],
  },
  {
    section: "6",
    fact: "AWS says of databases that are created, not of replicas, that a key of another account may encrypt them.",
    sources: [CREATE_REPLICA],
    answers: [reported("databases/support-unverified.replica-foreign-key")],
  },
  {
    section: "6",
    fact: "SQL Server replicates from the availability group of a Multi-AZ source.",
    sources: [`${RDS}/SQLServer.ReadReplicas.html`],
    answers: [reported("databases/source-without-standby")],
  },
  {
    section: "6",
    fact: "A replica is given gp3 storage at its least rates, whatever its source has, unless it says otherwise.",
    sources: [CREATE_REPLICA],
    answers: [
      emitted(
        "out/backoffice/backoffice-databases-us-west-2/ledger.tf",
        'storage_type = "io2"',
        "aws_db_instance.ledger_us_west_2_replica_1",
      ),
      tested(
        "says nothing of storage where that is what the source has",
        MEMBERS,
        "a replica has the storage of its source where that is not what AWS gives every replica",
      ),
    ],
  },
  {
    section: "6",
    fact: "No final snapshot is taken of a replica.",
    sources: [CREATE_REPLICA],
    answers: [emitted(INVOICES, "skip_final_snapshot = true", ELSEWHERE)],
  },
  {
    section: "6",
    fact: "MySQL, Oracle and Db2 take a parameter group of the other Region; Db2 with an own licence needs one.",
    sources: [CREATE_REPLICA],
    answers: [
      reported("databases/required-parameter"),
      reported("databases/field-not-applicable.replica-parameters"),
    ],
  },
  {
    section: "6",
    fact: "Creating a replica in another Region is a request to both Regions.",
    sources: [`${RDS}/USER_ReadRepl.XRgn.html`],
    answers: [emitted("out/billing/billing-databases/deployer-policy.json", '"aws:RequestedRegion"')],
  },
  {
    section: "6",
    fact: "When the source is deleted, its replicas are promoted, or, of PostgreSQL, terminated.",
    sources: [READ_REPLICAS],
    answers: [
      emitted(INVOICES, "deletion_protection = true", "aws_db_instance.invoices_eu_west_1"),
      emitted(INVOICES, "prevent_destroy = true", "aws_db_instance.invoices_eu_west_1"),
    ],
  },
];
