import type { SpecPath } from "../../spec/spec-node";
import { atKey, type Rule } from "../rule";

/** Names of engine parameters have a form; a slip would only show when the deployment is applied. */
export const parametersRule: Rule = ({ spec, catalog, report }) => {
  for (const [name, database] of Object.entries(spec.databases ?? {})) {
    const names = catalog.engines.get(database.engine)?.parameterName;
    if (names === undefined) continue;
    const path = ["databases", name];
    const groups: readonly (readonly [object | undefined, SpecPath])[] = [
      [database.parameters, path],
      ...Object.entries(database.regions ?? {}).map(
        ([region, own]) => [own?.parameters, [...path, "regions", region]] as const,
      ),
    ];
    for (const [parameters, at] of groups) {
      for (const parameter of Object.keys(parameters ?? {})) {
        if (names.isValid(parameter)) continue;
        report(
          "databases/parameter-name",
          { parameter, form: names.form },
          atKey([...at, "parameters", parameter]),
        );
      }
    }
  }
};
