/** A database of an engine, as a spec would begin it. */
export interface StarterEngine {
  readonly version: string;
  readonly instanceClass: string;
  /** Undefined where a cluster's storage grows by itself. */
  readonly allocatedGiB: number | undefined;
}

/** What stands in a starter spec where its owner must put something of their own. */
export interface StarterPlaceholders {
  readonly account: string;
  readonly otherAccount: string;
  readonly administrator: (account: string) => string;
  readonly operator: (account: string) => string;
  readonly user: (account: string) => string;
  /** A key that stands already; `isRelated`: one of related multi-Region keys. */
  readonly keyId: (region: string, account: string, isRelated: boolean) => string;
  readonly rotationPeriodDays: number;
}

/** What a provider knows of starter specs. */
export interface StarterData {
  /** The provider's name in a spec. */
  readonly provider: string;
  readonly engines: ReadonlyMap<string, StarterEngine>;
  readonly placeholders: (region: string) => StarterPlaceholders;
  /** The field of the provider block that says whose deployment it is, and what is to be written there. */
  readonly owner: { readonly field: "account" | "project"; readonly words: string };
  /** The lines of the provider block that say where databases stand; none where Regions say it. */
  readonly networkLines: (account: string) => readonly string[];
  /** The lines below a Region with databases; none where Regions have no settings. */
  readonly regionLines: readonly string[];
  /** The lines of a multi-region key set that say where its keys are. */
  readonly multiRegionLines: (region: string) => readonly string[];
  /** The line of a key set whose material its owner makes, for databases or for clients. */
  readonly ownMaterialLine: (kind: "storage" | "clients") => string;
  /** The field of keys that stand already, and what is to be written there. */
  readonly existing: { readonly field: "arns" | "ids"; readonly words: string };
}
