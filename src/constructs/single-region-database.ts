import type { Construct } from "../cdktf/bindings";
import { Database } from "./database";
import type { DatabaseConfig } from "./options";

/** Options of a {@link SingleRegionDatabase}: those of the spec's `databases.<name>`, but `topology`. */
export type SingleRegionDatabaseConfig = DatabaseConfig;

/**
 * A database in one Region, the deployment's primaryRegion unless its `regions` name another: an Aurora cluster or
 * an RDS instance. Its id is its name.
 */
export class SingleRegionDatabase extends Database {
  /**
   * @param scope a DeploymentStack, or a construct in one
   * @param id the name of the database
   * @param config engine, key, and whatever differs from the defaults
   */
  constructor(scope: Construct, id: string, config: SingleRegionDatabaseConfig) {
    super(scope, id, "single-region", config);
  }

  /** The ARN of the cluster or instance. */
  get arn(): string {
    return this.output("cluster_arn", "instance_arn");
  }

  /** The endpoint that takes writes. */
  get endpoint(): string {
    return this.output("cluster_endpoint", "endpoint");
  }

  /** The reader endpoint; Aurora only. */
  get readerEndpoint(): string {
    return this.output("reader_endpoint");
  }

  /** The ARN of the secret with the master password; only where `masterPassword` is `managed`. */
  get masterSecretArn(): string {
    return this.output("master_secret_arn");
  }
}
