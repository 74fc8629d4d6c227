export { DeploymentStack } from "./deployment-stack";
export { GlobalDatabase, type GlobalDatabaseConfig } from "./global-database";
export { KeySet } from "./key-set";
export type { IKeySet } from "./key-set-reference";
export type * from "./options";
export { ReadReplicas, type ReadReplicasConfig } from "./read-replicas";
export { SingleRegionDatabase, type SingleRegionDatabaseConfig } from "./single-region-database";
