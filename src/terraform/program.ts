import type { Body } from "./block";
import type { Expression, ExpressionNode } from "./expression";

/** Where a resource lives: through which provider configuration. `default` is the one without an alias. */
export type Placement = { readonly kind: "default" } | { readonly kind: "alias"; readonly alias: string };

/** Terraform's own handling of a resource. */
export interface Lifecycle {
  readonly preventDestroy?: boolean;
  readonly createBeforeDestroy?: boolean;
  /** Names of arguments, as the bindings have them. */
  readonly ignoreChanges?: readonly string[];
}

/** A resource or data source. */
export interface ResourceElement {
  readonly kind: "resource" | "data";
  /** Such as `aws_kms_key`. */
  readonly type: string;
  readonly name: string;
  readonly placement: Placement;
  readonly body: Body;
  readonly lifecycle: Lifecycle;
  /** Elements that must exist first, where no reference says so. */
  readonly dependsOn: readonly ResourceElement[];
  /** One line on what it is for. */
  readonly comment: string | undefined;
}

/** A file of the root module and what stands in it, in order. */
export interface Section {
  /** File name without its ending. */
  readonly file: string;
  /** Name of the template that lays the file out, without its endings. */
  readonly template: string;
  readonly elements: readonly ResourceElement[];
}

/** A `provider` block. */
export interface ProviderConfiguration {
  /** Local name, such as `aws`. */
  readonly name: string;
  readonly placement: Placement;
  readonly body: Body;
}

/** An input variable. */
export interface InputVariable {
  readonly name: string;
  readonly description: string;
  readonly type: "string" | "number";
  readonly default?: string | number;
  readonly sensitive?: boolean;
  /** Never written to state or plan. */
  readonly ephemeral?: boolean;
  readonly validations: readonly { readonly condition: Expression<boolean>; readonly errorMessage: string }[];
}

/** An output value. */
export interface OutputValue {
  readonly name: string;
  readonly description: string;
  readonly value: ExpressionNode;
}

/** Where the state of a root module is kept. */
export type Backend =
  { readonly kind: "none" } | { readonly kind: "block"; readonly type: "local" | "s3"; readonly body: Body };

/** A provider that the root module needs. */
export interface RequiredProvider {
  readonly name: string;
  readonly source: string;
  readonly version: string;
}

/** One root module: everything that both back ends need to know, and no text. */
export interface TerraformProgram {
  /** Name of the stack. */
  readonly name: string;
  /** Folder of the root module below the output folder. */
  readonly folder: string;
  readonly requiredVersion: string;
  readonly requiredProviders: readonly RequiredProvider[];
  readonly backend: Backend;
  readonly providers: readonly ProviderConfiguration[];
  readonly sections: readonly Section[];
  /** By name. */
  readonly variables: readonly InputVariable[];
  /** By name. */
  readonly outputs: readonly OutputValue[];
}

/** The address of a resource in its module. */
export function addressOf({ kind, type, name }: ResourceElement): string {
  return kind === "data" ? `data.${type}.${name}` : `${type}.${name}`;
}
