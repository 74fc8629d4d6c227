import { atKey, type Rule } from "../../../rules/rule";

/** What a deployment on Google Cloud cannot do without: a project, and a network for its databases. */
export const providerBlockRule: Rule = ({ resolved, report, isWritten, isSetAside }) => {
  const needed = ["project", ...(resolved.databases.size > 0 ? ["network"] : [])];
  for (const field of needed) {
    const path = ["provider", field];
    if (isWritten(path) || isSetAside(path)) continue;
    report("spec/missing-field", { field, where: "provider" }, atKey(["provider"]));
  }
};
