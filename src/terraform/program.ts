import type { Body } from "./block";
import type { Expression, ExpressionNode } from "./expression";

/** Terraform's own handling of a resource. */
export interface Lifecycle {
  readonly preventDestroy?: boolean;
  readonly createBeforeDestroy?: boolean;
  /** Names of arguments, as Terraform has them. */
  readonly ignoreChanges?: readonly string[];
}

/** Tools that read from a comment in the configuration that a check does not hold for a resource. */
export type ScanningTool = "checkov" | "trivy";

/** A check of a tool that does not hold for a resource, and why. */
export interface SkippedCheck {
  readonly tool: ScanningTool;
  /** The tool's own, such as `CKV_AWS_326`. */
  readonly id: string;
  /** One line. */
  readonly reason: string;
}

/** A resource or data source. */
export interface ResourceElement {
  readonly kind: "resource" | "data";
  /** Such as `aws_kms_key`. */
  readonly type: string;
  readonly name: string;
  /** The Region it is in; undefined for what has none. */
  readonly region: string | undefined;
  /** Local name of the provider that makes it, where that is not the one that its type begins with. */
  readonly provider?: string;
  readonly body: Body;
  readonly lifecycle: Lifecycle;
  /** Elements that must exist first, where no reference says so. */
  readonly dependsOn: readonly ResourceElement[];
  /** One line on what it is for. */
  readonly comment: string | undefined;
  readonly skippedChecks: readonly SkippedCheck[];
}

/** A file of the root module and what stands in it, in order. */
export interface Section {
  /** File name without its ending. */
  readonly file: string;
  /** Name of the template that lays the file out, without its endings. */
  readonly template: string;
  readonly elements: readonly ResourceElement[];
}

/**
 * How a resource says its Region: through the alias of a provider block, by an argument that every type has, or by
 * arguments of its own type.
 */
export type PlacementStyle = "alias" | "argument" | "own";

/** The `provider` block of a Region; the program's default Region has the one without an alias. */
export interface ProviderConfiguration {
  /** Local name, such as `aws`. */
  readonly name: string;
  readonly region: string;
  readonly body: Body;
}

/** An input variable. */
export interface InputVariable {
  readonly name: string;
  readonly description: string;
  readonly type: "string" | "number";
  readonly default?: string | number | null;
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
  { readonly kind: "none" } | { readonly kind: "block"; readonly type: BackendType; readonly body: Body };

/** The kinds of places where state is kept. */
export type BackendType = "local" | "s3" | "gcs" | "remote";

/** A provider that the root module needs. */
export interface RequiredProvider {
  readonly name: string;
  readonly source: string;
  readonly version: string;
}

/** A resource that stands at another address than its block once had. */
export interface MovedAddress {
  readonly from: string;
  readonly to: string;
  /** One line on why, without its `#`. */
  readonly comment: string | undefined;
}

/** One root module: everything that both back ends need to know, and no text. */
export interface TerraformProgram {
  /** Name of the stack. */
  readonly name: string;
  /** Folder of the root module below the output folder. */
  readonly folder: string;
  /** Stacks that must be applied before this one. */
  readonly dependsOn: readonly string[];
  readonly requiredVersion: string;
  readonly requiredProviders: readonly RequiredProvider[];
  readonly backend: Backend;
  readonly placementStyle: PlacementStyle;
  /** The Region of the provider block without an alias. */
  readonly defaultRegion: string;
  /** The default Region's first. */
  readonly providers: readonly ProviderConfiguration[];
  readonly sections: readonly Section[];
  /** Each `from` and each `to` once: what moved twice is a chain. */
  readonly moved: readonly MovedAddress[];
  /** By name. */
  readonly variables: readonly InputVariable[];
  /** By name. */
  readonly outputs: readonly OutputValue[];
}

/** The address of a resource in its module. */
export function addressOf({ kind, type, name }: Pick<ResourceElement, "kind" | "type" | "name">): string {
  return kind === "data" ? `data.${type}.${name}` : `${type}.${name}`;
}
