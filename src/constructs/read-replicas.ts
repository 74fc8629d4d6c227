import type { Construct } from "../cdktf/bindings";
import type { CompiledDeployment } from "../compile";
import { Database } from "./database";
import type { DatabaseConfig } from "./options";

/** Options of {@link ReadReplicas}: those of the spec's `databases.<name>`, but `topology`. */
export type ReadReplicasConfig = DatabaseConfig;

/**
 * An instance of RDS or Cloud SQL in the deployment's primaryRegion with read replicas in the other Regions, each encrypted with its
 * own Region's key. Its id is its name.
 */
export class ReadReplicas extends Database {
  /** @internal */
  protected readonly outputs = {
    endpoint: ["endpoint", "private_ip_address"],
    connectionName: ["connection_name"],
    instanceArn: ["instance_arn"],
    replicaEndpoints: ["replica_endpoints", "replica_private_ip_addresses"],
    masterSecretArn: ["master_secret_arn"],
  };

  /**
   * @param scope a DeploymentStack, or a construct in one
   * @param id the name of the database
   * @param config engine, key, storage, and whatever differs from the defaults
   */
  constructor(scope: Construct, id: string, config: ReadReplicasConfig) {
    super(scope, id, "read-replicas", config);
  }

  /** The endpoint of the instance that takes writes; on Google Cloud its address in the VPC, without a port. */
  get endpoint(): string {
    return this.value("endpoint");
  }

  /** The name of the instance that takes writes, for the Cloud SQL connectors; on Google Cloud. */
  get connectionName(): string {
    return this.value("connectionName");
  }

  /** The ARN of the instance that takes writes; on AWS. */
  get instanceArn(): string {
    return this.value("instanceArn");
  }

  /** The ARN of the secret with the master password; on AWS, where `masterPassword` is `managed`. */
  get masterSecretArn(): string {
    return this.value("masterSecretArn");
  }

  /** The endpoints of a Region's read replicas, in the order of their numbers; on Google Cloud their addresses. */
  replicaEndpoints(region: string): string[] {
    this.checkRegion(region);
    const { name: of, outputs } = this;
    return this.deployment.outputs(this, (deployment) =>
      this.replicasIn(region, deployment).map((entry) => ({ of, value: "replicaEndpoints", outputs, entry })),
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
