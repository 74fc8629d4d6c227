import type { SpecPath } from "../../spec/spec-node";
import { atKey, type Rule } from "../rule";

const PARAMETER_NAME = /^[A-Za-z][A-Za-z0-9_.-]*$/;

/** Names of engine parameters have a form; a slip would only show when the deployment is applied. */
export const parametersRule: Rule = ({ spec, report }) => {
  for (const [name, database] of Object.entries(spec.databases ?? {})) {
    const path = ["databases", name];
    const groups: readonly (readonly [object | undefined, SpecPath])[] = [
      [database.parameters, path],
      ...Object.entries(database.regions ?? {}).map(
        ([region, own]) => [own?.parameters, [...path, "regions", region]] as const,
      ),
    ];
    for (const [parameters, at] of groups) {
      for (const parameter of Object.keys(parameters ?? {})) {
        if (PARAMETER_NAME.test(parameter)) continue;
        report("databases/parameter-name", { parameter }, atKey([...at, "parameters", parameter]));
      }
    }
  }
};
