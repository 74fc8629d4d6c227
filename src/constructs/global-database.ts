import type { Construct } from "../cdktf/bindings";
import { Database } from "./database";
import type { DatabaseConfig } from "./options";

/** Options of a {@link GlobalDatabase}: those of the spec's `databases.<name>`, but `topology`. */
export type GlobalDatabaseConfig = DatabaseConfig;

/**
 * An Aurora Global Database: a primary cluster in the deployment's primaryRegion, a secondary cluster in every other
 * Region, each encrypted with its own Region's key. Its id is its name.
 */
export class GlobalDatabase extends Database {
  /**
   * @param scope a DeploymentStack, or a construct in one
   * @param id the name of the database
   * @param config engine, key, and whatever differs from the defaults
   */
  constructor(scope: Construct, id: string, config: GlobalDatabaseConfig) {
    super(scope, id, "global-database", config);
  }

  /** The ARN of the global cluster. */
  get globalClusterArn(): string {
    return this.output("global_cluster_arn");
  }

  /** The endpoint that follows the primary cluster through a switchover or failover. */
  get globalWriterEndpoint(): string {
    return this.output("global_writer_endpoint");
  }

  /** The endpoint of a Region's cluster; only the primary cluster's takes writes. */
  clusterEndpoint(region: string): string {
    return this.outputIn(region, "cluster_endpoints");
  }

  /** The reader endpoint of a Region's cluster. */
  readerEndpoint(region: string): string {
    return this.outputIn(region, "reader_endpoints");
  }
}
