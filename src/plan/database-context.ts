import type { EngineFacts } from "../model/engine";
import type { ProviderCatalog } from "../model/provider-catalog";
import type { DatabaseSpec } from "../spec/schema/database";
import type { DeploymentSpec } from "../spec/schema/deployment";

/** What a database is resolved from. */
export interface DatabaseContext {
  readonly name: string;
  readonly database: DatabaseSpec;
  /** Every engine of the schema is one of the catalog; a guard test holds them together. */
  readonly engine: EngineFacts | undefined;
  readonly spec: DeploymentSpec;
  readonly catalog: ProviderCatalog;
}
