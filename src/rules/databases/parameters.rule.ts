import { atKey, type Rule } from "../rule";

const PARAMETER_NAME = /^[A-Za-z][A-Za-z0-9_.-]*$/;

/** Names of engine parameters have a form; a slip would only show when the deployment is applied. */
export const parametersRule: Rule = ({ spec, report }) => {
  for (const [name, database] of Object.entries(spec.databases ?? {})) {
    for (const parameter of Object.keys(database.parameters ?? {})) {
      if (PARAMETER_NAME.test(parameter)) continue;
      report("databases/parameter-name", { parameter }, atKey(["databases", name, "parameters", parameter]));
    }
  }
};
