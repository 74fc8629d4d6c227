import type { CheckOutcome } from "../../providers/policy-check";
import { providerNamed } from "../../providers/registry";
import type { ReadSpec } from "../read-specs";

/** A deployment and what every check that applies says of it. */
export interface AuditedDeployment {
  readonly name: string;
  /** The spec, as given on the command line. */
  readonly spec: string;
  readonly outcomes: readonly CheckOutcome[];
}

/** Judges a spec that compiled. */
export function auditSpec({ argument, deployment }: ReadSpec): AuditedDeployment {
  const { plan, providerName, programs } = deployment;
  const outcomes = providerNamed(providerName).audit(plan, programs);
  return { name: plan.name, spec: argument, outcomes };
}

/** Where a result is: the stack for a root module as a whole, else the resource in it. */
export function placeOf({ stack, address }: CheckOutcome): string {
  return address === undefined ? stack : `${stack}: ${address}`;
}
