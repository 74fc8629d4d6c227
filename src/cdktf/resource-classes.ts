import { mustGet } from "../base/invariant";
import type { TerraformProgram } from "../terraform/program";
import type * as aws from "./aws-classes";
import type { ProviderClasses } from "./bound-element";
import type * as google from "./google-classes";

export type { ProviderClasses };

/*
 * Bindings are loaded when a program needs them: whoever deploys on one provider need not have those of another.
 * Synthesis answers at once, so that they are required and not imported.
 */
/* eslint-disable @typescript-eslint/no-require-imports -- an import would load the bindings of every provider */

/** How the classes of a provider are loaded, by the first of the providers that a program requires. */
const LOADERS: ReadonlyMap<string, () => ProviderClasses> = new Map([
  ["aws", () => (require("./aws-classes") as typeof aws).classes],
  ["google", () => (require("./google-classes") as typeof google).classes],
]);

/** The classes that a program is made of. */
export function classesOf({ requiredProviders }: TerraformProgram): ProviderClasses {
  return mustGet(LOADERS, requiredProviders[0]?.name ?? "")();
}
