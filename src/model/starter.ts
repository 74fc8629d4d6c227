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
}
