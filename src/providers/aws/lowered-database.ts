import type { PlannedDatabase } from "../../model/database";
import type { Expression } from "../../terraform/expression";
import type { InputVariable, OutputValue, ResourceElement } from "../../terraform/program";
import type { LoweredNetwork } from "./lower-network";
import type { DatabaseContext } from "./lowering-context";

/** What the members of every database share. */
export interface Surroundings extends DatabaseContext {
  readonly monitoringRoleArn: Expression<string> | undefined;
  readonly network: LoweredNetwork;
}

/** A member is lowered from its database and its surroundings. */
export interface MemberInput<D extends PlannedDatabase, M> {
  readonly surroundings: Surroundings;
  readonly database: D;
  readonly member: M;
}

/** A database as resources. */
export interface LoweredDatabase {
  /** What belongs to no Region: the global cluster. */
  readonly global: readonly ResourceElement[];
  readonly elements: readonly ResourceElement[];
  readonly logGroups: readonly ResourceElement[];
  readonly variables: readonly InputVariable[];
  readonly outputs: readonly OutputValue[];
}
