import type { App } from "cdktf";
import { parse } from "yaml";
import {
  DeploymentStack,
  GlobalDatabase,
  KeySet,
  ReadReplicas,
  SingleRegionDatabase,
  type DatabaseConfig,
  type DeploymentStackConfig,
  type KeySetConfig,
} from "../../src/constructs/index";

/** A spec as its YAML has it. */
interface WrittenSpec extends DeploymentStackConfig {
  readonly apiVersion: string;
  readonly name: string;
  readonly keys?: Readonly<Record<string, KeySetConfig>>;
  readonly databases?: Readonly<Record<string, DatabaseConfig & { readonly topology: string }>>;
}

const DATABASES: Readonly<Record<string, new (...args: ConstructorArguments) => object>> = {
  "global-database": GlobalDatabase,
  "read-replicas": ReadReplicas,
  "single-region": SingleRegionDatabase,
};
type ConstructorArguments = [scope: DeploymentStack, id: string, config: DatabaseConfig];

/** Builds the constructs that say the same as a spec. */
export function buildConstructs(app: App, text: string): DeploymentStack {
  const { name, keys = {}, databases = {}, ...rest } = parse(text, { merge: true }) as WrittenSpec;
  const { apiVersion: version, ...config } = rest;
  if (version !== "keyspan/v1") throw new Error(`this is written for another version: ${version}`);
  const deployment = new DeploymentStack(app, name, config);
  const keySets = new Map(
    Object.entries(keys).map(([id, keySet]) => [id, new KeySet(deployment, id, keySet)]),
  );
  for (const [id, { topology, ...database }] of Object.entries(databases)) {
    const Class = DATABASES[topology];
    if (Class === undefined) throw new Error(`there is no construct for ${topology}`);
    new Class(deployment, id, withKeySets(database, keySets) as DatabaseConfig);
  }
  return deployment;
}

const KEY_FIELDS = new Set(["key", "secretKey", "logKey"]);

/** Names of key sets become the key sets. */
function withKeySets(value: unknown, keySets: ReadonlyMap<string, KeySet>): unknown {
  if (Array.isArray(value)) return value.map((item) => withKeySets(item, keySets));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, item]: [string, unknown]) => [
      name,
      KEY_FIELDS.has(name) ? keySets.get(String(item)) : withKeySets(item, keySets),
    ]),
  );
}
