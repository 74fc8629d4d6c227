import type { InputVariable, OutputValue, ResourceElement } from "../../../terraform/program";

/** A database as resources. */
export interface LoweredDatabase {
  readonly elements: readonly ResourceElement[];
  readonly variables: readonly InputVariable[];
  readonly outputs: readonly OutputValue[];
}
