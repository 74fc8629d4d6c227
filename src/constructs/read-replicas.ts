import type { Construct } from "../cdktf/bindings";
import type { CompiledDeployment } from "../compile";
import { Database } from "./database";
import type { DatabaseConfig } from "./options";

/** Options of {@link ReadReplicas}: those of the spec's `databases.<name>`, but `topology`. */
export type ReadReplicasConfig = DatabaseConfig;

/**
 * An RDS instance in the deployment's primaryRegion with read replicas in the other Regions, each encrypted with its
 * own Region's key. Its id is its name.
 */
export class ReadReplicas extends Database {
  /**
   * @param scope a DeploymentStack, or a construct in one
   * @param id the name of the database
   * @param config engine, key, storage, and whatever differs from the defaults
   */
  constructor(scope: Construct, id: string, config: ReadReplicasConfig) {
    super(scope, id, "read-replicas", config);
  }

  /** The endpoint of the instance that takes writes. */
  get endpoint(): string {
    return this.output("endpoint");
  }

  /** The ARN of the instance that takes writes. */
  get instanceArn(): string {
    return this.output("instance_arn");
  }

  /** The ARN of the secret with the master password; only where `masterPassword` is `managed`. */
  get masterSecretArn(): string {
    return this.output("master_secret_arn");
  }

  /** The endpoints of a Region's read replicas, in the order of their numbers. */
  replicaEndpoints(region: string): string[] {
    const names = [[this.name, "replica_endpoints"]];
    return this.deployment.outputs(this, (deployment) =>
      this.replicasIn(region, deployment).map((entry) => ({ names, entry })),
    );
  }

  private replicasIn(region: string, { plan }: CompiledDeployment): string[] {
    const planned = plan.databases.find(({ name }) => name === this.name);
    if (planned?.topology !== "read-replicas") return [];
    return planned.replicas
      .filter((replica) => replica.region === region)
      .map(({ identifier }) => identifier);
  }
}
