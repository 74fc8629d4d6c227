import type { Rule } from "../rule";

/** Character sets, collations and time zones, written as the engine names them. */
export const localeRule: Rule = ({ spec, catalog, report }) => {
  for (const [name, database] of Object.entries(spec.databases ?? {})) {
    const engine = catalog.engines.get(database.engine);
    for (const field of ["characterSet", "timeZone"] as const) {
      const given = database[field];
      const form = engine?.forms[field];
      if (engine?.fields.includes(field) !== true || given === undefined || form === undefined) continue;
      if (form.isValid(given)) continue;
      report("databases/locale-form", { given, field, engine: engine.name, form: form.form }, [
        "databases",
        name,
        field,
      ]);
    }
  }
};
