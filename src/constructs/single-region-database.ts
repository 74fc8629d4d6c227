import type { Construct } from "../cdktf/bindings";
import { Database } from "./database";
import type { DatabaseConfig } from "./options";

/** Options of a {@link SingleRegionDatabase}: those of the spec's `databases.<name>`, but `topology`. */
export type SingleRegionDatabaseConfig = DatabaseConfig;

/**
 * A database in one Region, the deployment's primaryRegion unless its `regions` name another: a cluster of Aurora or
 * AlloyDB, or an instance of RDS or Cloud SQL. Its id is its name.
 */
export class SingleRegionDatabase extends Database {
  /** @internal */
  protected readonly outputs = {
    arn: ["cluster_arn", "instance_arn"],
    endpoint: ["cluster_endpoint", "endpoint", "private_ip_address", "ip_addresses"],
    readerEndpoint: ["reader_endpoint"],
    connectionName: ["connection_name"],
    clusterName: ["cluster_names"],
    masterSecretArn: ["master_secret_arn"],
  };

  /**
   * @param scope a DeploymentStack, or a construct in one
   * @param id the name of the database
   * @param config engine, key, and whatever differs from the defaults
   */
  constructor(scope: Construct, id: string, config: SingleRegionDatabaseConfig) {
    super(scope, id, "single-region", config);
  }

  /** The ARN of the cluster or instance; on AWS. */
  get arn(): string {
    return this.value("arn");
  }

  /** The endpoint that takes writes; on Google Cloud its address in the VPC, without a port. */
  get endpoint(): string {
    return this.value("endpoint");
  }

  /** The reader endpoint; Aurora only. */
  get readerEndpoint(): string {
    return this.value("readerEndpoint");
  }

  /** The name of the instance, for the Cloud SQL connectors; Cloud SQL only. */
  get connectionName(): string {
    return this.value("connectionName");
  }

  /** The full name of the cluster; AlloyDB only. */
  get clusterName(): string {
    return this.value("clusterName");
  }

  /** The ARN of the secret with the master password; on AWS, where `masterPassword` is `managed`. */
  get masterSecretArn(): string {
    return this.value("masterSecretArn");
  }
}
