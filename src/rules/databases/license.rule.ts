import { membersOf } from "../../model/database";
import type { Rule } from "../rule";

/** License models that the engine has, and the parameters that go with them. */
export const licenseRule: Rule = ({ spec, resolved, catalog, report }) => {
  for (const [name, database] of resolved.databases) {
    const { licenseModel, engine: engineName } = database;
    const engine = catalog.engines.get(engineName);
    if (engine === undefined) continue;
    const written = spec.databases?.[name];
    if (
      written?.licenseModel !== undefined &&
      engine.licenseModels.length > 0 &&
      !engine.licenseModels.includes(written.licenseModel)
    ) {
      const parameters = {
        licenseModel: written.licenseModel,
        engine: engineName,
        possible: engine.licenseModels,
      };
      report("databases/license-model", parameters, ["databases", name, "licenseModel"]);
    }
    const missing = engine
      .requiredParameters(licenseModel)
      .filter((parameter) => membersOf(database).some((one) => one.parameters[parameter] === undefined));
    if (missing.length > 0) {
      const parameters = { parameters: missing, licenseModel: licenseModel ?? "" };
      report("databases/required-parameter", parameters, ["databases", name, "parameters"]);
    }
  }
};
