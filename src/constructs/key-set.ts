import { Construct } from "../cdktf/bindings";
import { DeploymentStack } from "./deployment-stack";
import type { IKeySet } from "./key-set-reference";
import type { KeySetConfig } from "./options";
import { readOptions } from "./read-options";

/**
 * A key set: the keys that serve one use, one in each of its Regions. Its id is its name, and the end of its
 * aliases. Databases of the same {@link DeploymentStack} name it as their `key`; each of their members is
 * encrypted with the key of its own Region.
 */
export class KeySet extends Construct implements IKeySet {
  readonly keySetName: string;
  /** The Regions that have a key. */
  readonly regions: readonly string[];
  private readonly deployment: DeploymentStack;
  private readonly existing: Readonly<Record<string, string>>;

  /**
   * @param scope a DeploymentStack, or a construct in one
   * @param id the name of the key set
   * @param config strategy, purpose, and whatever differs from the defaults
   */
  constructor(scope: Construct, id: string, config: KeySetConfig) {
    super(scope, id);
    this.keySetName = id;
    this.deployment = DeploymentStack.deploymentOf(this);
    const options = readOptions(config, { owner: this, deployment: this.deployment, mayBeLate: () => false });
    this.existing = { ...config.arns };
    const existingRegions = config.arns === undefined ? undefined : Object.keys(config.arns);
    this.regions = [...(config.regions ?? existingRegions ?? this.deployment.regions)];
    this.deployment.add({ owner: this, field: "keys", name: id, options });
  }

  /** The ARN of the key of a Region; not for the strategies `aws-managed` and `aws-owned`. */
  keyArn(region: string): string {
    return this.existing[region] ?? this.inRegion("key_arns", region);
  }

  /** The id of the key of a Region; for keys that the deployment creates. */
  keyId(region: string): string {
    return this.inRegion("key_ids", region);
  }

  /** The ARN of the main alias of a Region's key; for keys that the deployment creates. */
  aliasArn(region: string): string {
    return this.inRegion("alias_arns", region);
  }

  private inRegion(output: string, region: string): string {
    if (!this.regions.includes(region))
      throw new Error(`[${this.node.path}] has no key in ${region}, but in ${this.regions.join(", ")}`);
    return this.deployment.output(this, { names: [[this.keySetName, output]], entry: region });
  }
}
