import { Construct } from "../cdktf/bindings";
import { DeploymentStack } from "./deployment-stack";
import type { DatabaseConfig } from "./options";
import { readOptions } from "./read-options";

/** What databases of every topology have in common. */
export abstract class Database extends Construct {
  /** The name of the database in the deployment. */
  readonly name: string;
  /** @internal */
  protected readonly deployment: DeploymentStack;

  /** @internal */
  protected constructor(scope: Construct, id: string, topology: string, config: DatabaseConfig) {
    super(scope, id);
    this.name = id;
    this.deployment = DeploymentStack.deploymentOf(this);
    const options = readOptions(config, { owner: this, deployment: this.deployment, mayBeLate: () => false });
    this.deployment.add({ owner: this, field: "databases", name: id, options: { ...options, topology } });
  }

  /** @internal A value of the first of these outputs that there is. */
  protected output(...names: readonly string[]): string {
    return this.deployment.output(this, { names: names.map((name) => [this.name, name]) });
  }

  /** @internal */
  protected outputIn(region: string, name: string): string {
    return this.deployment.output(this, { names: [[this.name, name]], entry: region });
  }
}
