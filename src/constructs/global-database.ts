import type { Construct } from "../cdktf/bindings";
import { Database } from "./database";
import type { DatabaseConfig } from "./options";

/** Options of a {@link GlobalDatabase}: those of the spec's `databases.<name>`, but `topology`. */
export type GlobalDatabaseConfig = DatabaseConfig;

/**
 * An Aurora Global Database, or AlloyDB with secondary clusters: a primary cluster in the deployment's primaryRegion, a
 * secondary cluster in every other Region, each encrypted with its own Region's key. Its id is its name.
 */
export class GlobalDatabase extends Database {
  /** @internal */
  protected readonly outputs = {
    globalClusterArn: ["global_cluster_arn"],
    globalWriterEndpoint: ["global_writer_endpoint"],
    clusterEndpoint: ["cluster_endpoints", "ip_addresses"],
    readerEndpoint: ["reader_endpoints"],
    clusterName: ["cluster_names"],
  };

  /**
   * @param scope a DeploymentStack, or a construct in one
   * @param id the name of the database
   * @param config engine, key, and whatever differs from the defaults
   */
  constructor(scope: Construct, id: string, config: GlobalDatabaseConfig) {
    super(scope, id, "global-database", config);
  }

  /** The ARN of the global cluster; on AWS. */
  get globalClusterArn(): string {
    return this.value("globalClusterArn");
  }

  /** The endpoint that follows the primary cluster through a switchover or failover; on AWS. */
  get globalWriterEndpoint(): string {
    return this.value("globalWriterEndpoint");
  }

  /** The endpoint of a Region's cluster, on Google Cloud its address in the VPC; only the primary cluster's takes writes. */
  clusterEndpoint(region: string): string {
    return this.value("clusterEndpoint", region);
  }

  /** The reader endpoint of a Region's cluster; on AWS. */
  readerEndpoint(region: string): string {
    return this.value("readerEndpoint", region);
  }

  /** The full name of a Region's cluster; on Google Cloud. */
  clusterName(region: string): string {
    return this.value("clusterName", region);
  }
}
