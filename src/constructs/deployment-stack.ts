import { mustGet } from "../base/invariant";
import {
  Annotations,
  Aspects,
  Lazy,
  TerraformElement,
  TerraformStack,
  type Construct,
  type IConstruct,
  type ISynthesisSession,
} from "../cdktf/bindings";
import { ProgramStack, fillStack } from "../cdktf/program-stack";
import type { CompiledDeployment } from "../compile";
import type { SpecPath } from "../spec/spec-node";
import type { TerraformProgram } from "../terraform/program";
import { DeploymentModel } from "./deployment-model";
import { findOutput, valuesThatAre, type ValueQuery } from "./find-output";
import type { OptionPart } from "./option-document";
import type { DeploymentStackConfig } from "./options";
import { isLateText, readOptions } from "./read-options";

/** Options that reach Terraform as they are, so that they may be values of other resources. */
const MAY_BE_LATE: ReadonlySet<string> = new Set(["subnetIds", "subnetGroupName", "securityGroupIds"]);

/**
 * A deployment: where it runs, and the scope of its {@link KeySet}s and databases. Its id is the deployment's
 * name, the prefix of every identifier and alias.
 *
 * With `terraform.layout` "single", the default, this stack holds everything, and resources of your own may be
 * added to it. With another layout everything stands in stacks of its own, beside this one, which is not written.
 *
 * Everything is checked and made when the app is synthesized. Mistakes are validation errors of the construct that
 * they are about, and name the option; warnings are its annotations.
 */
export class DeploymentStack extends TerraformStack {
  /** The Region of multi-Region primary keys and primary clusters. */
  readonly primaryRegion: string;
  /** The Regions of the deployment. */
  readonly regions: readonly string[];
  private readonly surroundings: Construct;
  private readonly model: DeploymentModel;
  private readonly isWhole: boolean;
  /** The stacks by name, once they are made. */
  private stacks: ReadonlyMap<string, TerraformStack> | undefined;

  /**
   * @param scope the app
   * @param id the name of the deployment and of its stack
   * @param config where the deployment runs, and how its root modules are cut
   */
  constructor(scope: Construct, id: string, config: DeploymentStackConfig) {
    super(scope, id);
    this.surroundings = scope;
    const options = readOptions(config, {
      owner: this,
      deployment: this,
      mayBeLate: ([field, , setting]: SpecPath) => field === "regions" && MAY_BE_LATE.has(String(setting)),
    });
    this.primaryRegion = config.primaryRegion;
    this.regions = isList(config.regions) ? [...config.regions] : Object.keys(config.regions);
    this.model = new DeploymentModel(this, { apiVersion: "keyspan/v1", name: id, ...options });
    this.isWhole = (config.terraform?.layout ?? "single") === "single";
    this.node.addValidation({ validate: () => [...this.messagesOf(this), ...this.strangers()] });
    if (!this.isWhole) this.synthesizer = { synthesize: (session) => this.synthesizeStacks(session) };
  }

  /** Makes everything, unless there are errors. Called by cdktf. */
  override prepareStack(): void {
    const stacks = this.make();
    if (stacks === undefined) return;
    if (this.isWhole) super.prepareStack();
    else for (const stack of stacks.values()) stack.prepareStack();
  }

  /** The stack as Terraform's JSON. Called by cdktf; throws if there are errors, also when validation is skipped. */
  override toTerraform(): unknown {
    this.refuseErrors();
    return super.toTerraform();
  }

  /** @internal The deployment that a construct stands in. */
  static deploymentOf(construct: IConstruct): DeploymentStack {
    const found = construct.node.scopes.findLast((scope) => scope instanceof DeploymentStack);
    if (found === undefined)
      throw new Error(`[${construct.node.path}] must stand in the scope of a DeploymentStack`);
    return found;
  }

  /** @internal Takes a key set or a database in. */
  add(part: OptionPart): void {
    if (this.stacks !== undefined)
      throw new Error(`[${part.owner.node.path}] comes too late: ${this.node.path} is made already`);
    this.model.add(part);
    part.owner.node.addValidation({ validate: () => this.messagesOf(part.owner) });
  }

  /**
   * @internal A value that a program has as an output, as a token that every stack of the app may use.
   */
  output(owner: IConstruct, query: ValueQuery): string {
    let made: string | undefined;
    // One reference for all who use it: cdktf keeps in it what it found while it prepared.
    return Lazy.stringValue({ produce: () => (made ??= this.resolveOutput(owner, query)) });
  }

  /** @internal Several such values, which are chosen once everything is known. */
  outputs(owner: IConstruct, queries: (deployment: CompiledDeployment) => readonly ValueQuery[]): string[] {
    let made: string[] | undefined;
    return Lazy.listValue({
      produce: () => {
        const deployment = this.model.deployment();
        if (deployment === undefined) return [];
        return (made ??= queries(deployment).map((query) => this.resolveOutput(owner, query)));
      },
    });
  }

  private resolveOutput(owner: IConstruct, query: ValueQuery): string {
    const stacks = this.make();
    // The errors are reported by the constructs that they are about.
    if (stacks === undefined) return "";
    const programs = this.model.deployment()?.programs ?? [];
    const found = findOutput(query, programs, stacks);
    if (found !== undefined) return found;
    const what = `${query.value}${query.entry === undefined ? "" : ` for ${query.entry}`}`;
    const others = valuesThatAre(query, programs);
    const has = others.length === 0 ? "there are no values of it" : `it has ${others.join(", ")}`;
    throw new Error(`[${owner.node.path}] has no ${what}: ${has}`);
  }

  private make(): ReadonlyMap<string, TerraformStack> | undefined {
    if (this.stacks !== undefined) return this.stacks;
    const programs = this.model.deployment()?.programs;
    if (programs === undefined) return undefined;
    const stacks = new Map<string, TerraformStack>();
    this.stacks = stacks;
    for (const program of programs) stacks.set(program.name, this.makeStack(program, stacks));
    if (!this.isWhole) this.handDependenciesOn([...stacks.values()]);
    this.annotate([...stacks.values()]);
    return stacks;
  }

  /** Warnings stand at their construct; where that is not written, at the first stack that is. */
  private annotate([first]: readonly TerraformStack[]): void {
    for (const construct of this.node.findAll()) {
      for (const warning of this.model.messagesOf(construct, "warning")) {
        if (this.isWhole || first === undefined) Annotations.of(construct).addWarning(warning);
        else Annotations.of(first).addWarning(`[${construct.node.path}] ${warning}`);
      }
    }
  }

  private makeStack(program: TerraformProgram, earlier: ReadonlyMap<string, TerraformStack>): TerraformStack {
    if (this.isWhole) {
      fillStack(this, program, isLateText);
      return this;
    }
    const stack = new ProgramStack(this.surroundings, program, isLateText);
    for (const name of program.dependsOn) stack.addDependency(mustGet(earlier, name));
    return stack;
  }

  /** Whoever waits for the deployment waits for its stacks, and they wait for what it waits for. */
  private handDependenciesOn(own: readonly TerraformStack[]): void {
    for (const stack of own) for (const earlier of this.dependencies) stack.addDependency(earlier);
    for (const stack of this.node.root.node.findAll().filter((one) => TerraformStack.isStack(one))) {
      const index = stack.dependencies.indexOf(this);
      if (index !== -1) stack.dependencies.splice(index, 1, ...own);
    }
  }

  private synthesizeStacks(session: ISynthesisSession): void {
    if (session.skipValidation !== true) this.runAllValidations();
    this.refuseErrors();
    for (const stack of this.stacks?.values() ?? []) {
      for (const aspect of Aspects.of(this).all) Aspects.of(stack).add(aspect);
      stack.synthesizer.synthesize(session);
    }
  }

  private messagesOf(owner: IConstruct): string[] {
    return this.model.messagesOf(owner, "error");
  }

  /** Resources of the user in a stack that is not written. */
  private strangers(): string[] {
    if (this.isWhole) return [];
    return this.node
      .findAll()
      .filter((one) => TerraformElement.isTerraformElement(one) && TerraformStack.of(one) === this)
      .map(
        (one) =>
          `${one.node.path} must stand in a stack of yours: with this layout, ${this.node.path} is not written`,
      );
  }

  private refuseErrors(): void {
    const report = this.model.errorReport();
    if (report !== "") throw new Error(report);
  }
}

function isList(regions: DeploymentStackConfig["regions"]): regions is readonly string[] {
  return Array.isArray(regions);
}
