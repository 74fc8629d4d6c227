import { ownValue } from "../base/own-value";
import { Construct } from "../cdktf/bindings";
import { DeploymentStack } from "./deployment-stack";
import type { ValueOutputs } from "./find-output";
import type { IKeySet } from "./key-set-reference";
import type { KeySetConfig } from "./options";
import { readOptions } from "./read-options";

/** The outputs of each value, of every provider. */
const OUTPUTS: ValueOutputs = {
  keyArn: ["key_arns", "key_ids"],
  keyId: ["key_ids"],
  aliasArn: ["alias_arns"],
};
/** What stands before the id in the ARN of a key: https://docs.aws.amazon.com/kms/latest/developerguide/concepts-key-id.html. */
const BEFORE_ID = /^arn:[^/]*:key\//;

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
    const existing = config.arns ?? config.ids;
    this.existing = { ...existing };
    const existingRegions = existing === undefined ? undefined : Object.keys(existing);
    this.regions = [...(config.regions ?? existingRegions ?? this.deployment.regions)];
    this.deployment.add({ owner: this, field: "keys", name: id, options });
  }

  /** The ARN of the key of a Region, on Google Cloud its full name; not for keys that the provider keeps itself. */
  keyArn(region: string): string {
    return ownValue(this.existing, region) ?? this.inRegion("keyArn", region);
  }

  /** The id of the key of a Region, on Google Cloud its full name; not for keys that the provider keeps itself. */
  keyId(region: string): string {
    return ownValue(this.existing, region)?.replace(BEFORE_ID, "") ?? this.inRegion("keyId", region);
  }

  /** The ARN of the main alias of a Region's key; on AWS, for keys that the deployment creates. */
  aliasArn(region: string): string {
    if (ownValue(this.existing, region) !== undefined)
      throw new Error(
        `[${this.node.path}] has no aliasArn for ${region}: the key stands already, and has keyArn and keyId`,
      );
    return this.inRegion("aliasArn", region);
  }

  private inRegion(value: string, region: string): string {
    if (!this.regions.includes(region))
      throw new Error(`[${this.node.path}] has no key in ${region}, but in ${this.regions.join(", ")}`);
    return this.deployment.output(this, { of: this.keySetName, value, outputs: OUTPUTS, entry: region });
  }
}
