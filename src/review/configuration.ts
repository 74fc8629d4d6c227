/** A file of a golden, or of what a spec compiles to. */
export interface ReviewedFile {
  /** Relative to the folder of the deployment, with forward slashes. */
  readonly path: string;
  readonly content: string;
}

/** A value as the parser gives it: expressions stand in texts as `${…}`; what is JSON-encoded is decoded. */
export type RawValue = null | boolean | number | string | readonly RawValue[] | RawRecord;

/** Values by name. */
export interface RawRecord {
  readonly [name: string]: RawValue;
}

/** A resource or data source as the text has it. */
export interface ResourceBlock {
  readonly kind: "resource" | "data";
  readonly type: string;
  readonly name: string;
  readonly address: string;
  /** Key of the provider block that it uses, such as `provider.eu_west_1`. */
  readonly provider: string;
  /** Without meta-arguments. Nested blocks are lists of records. */
  readonly arguments: RawRecord;
  readonly preventDestroy: boolean;
  readonly createBeforeDestroy: boolean;
  /** `all`, or names such as `engine_version` and `tags["owner"]`. */
  readonly ignoreChanges: readonly string[];
}

/** A `moved` block, by addresses. */
export interface MovedBlock {
  readonly from: string;
  readonly to: string;
}

/** A root module. */
export interface RootModule {
  /** Relative to the folder of the deployment; empty when it is that folder. */
  readonly folder: string;
  /** By address. */
  readonly blocks: ReadonlyMap<string, ResourceBlock>;
  /** By `name` or `name.alias`. */
  readonly providers: ReadonlyMap<string, RawRecord>;
  readonly variables: ReadonlyMap<string, RawRecord>;
  readonly locals: ReadonlyMap<string, RawValue>;
  readonly outputs: ReadonlyMap<string, RawRecord>;
  readonly moved: readonly MovedBlock[];
  /** Addresses that Terraform forgets without destroying what stands there. */
  readonly forgotten: ReadonlySet<string>;
  /** The `terraform` block. */
  readonly terraform: RawRecord;
}

/** Every root module of a deployment, by folder. */
export type Configuration = ReadonlyMap<string, RootModule>;
