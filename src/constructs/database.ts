import { Construct } from "../cdktf/bindings";
import { DeploymentStack } from "./deployment-stack";
import type { ValueOutputs } from "./find-output";
import type { DatabaseConfig } from "./options";
import { readOptions } from "./read-options";

/** What databases of every topology have in common. */
export abstract class Database extends Construct {
  /** The name of the database in the deployment. */
  readonly name: string;
  /** @internal */
  protected readonly deployment: DeploymentStack;
  /** @internal The outputs of each value, of every provider. */
  protected abstract readonly outputs: ValueOutputs;

  /** @internal */
  protected constructor(scope: Construct, id: string, topology: string, config: DatabaseConfig) {
    super(scope, id);
    this.name = id;
    this.deployment = DeploymentStack.deploymentOf(this);
    const options = readOptions(config, { owner: this, deployment: this.deployment, mayBeLate: () => false });
    this.deployment.add({ owner: this, field: "databases", name: id, options: { ...options, topology } });
  }

  /** @internal A value by its name, and the Region that it is of where it has one in each. */
  protected value(value: string, region?: string): string {
    if (region !== undefined) this.checkRegion(region);
    return this.deployment.output(this, { of: this.name, value, outputs: this.outputs, entry: region });
  }

  /** @internal */
  protected checkRegion(region: string): void {
    const { regions } = this.deployment;
    if (regions.includes(region)) return;
    throw new Error(`[${this.node.path}] is not in ${region}: the deployment is in ${regions.join(", ")}`);
  }
}
