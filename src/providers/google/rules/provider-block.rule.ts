import { atKey, type Rule } from "../../../rules/rule";

/** What a deployment on Google Cloud cannot do without: a project, and a network for its databases. */
export const providerBlockRule: Rule = ({ resolved, report, isWritten }) => {
  const lacks = (field: string) =>
    report("spec/missing-field", { field, where: "provider" }, atKey(["provider"]));
  if (!isWritten(["provider", "project"])) lacks("project");
  if (resolved.databases.size > 0 && !isWritten(["provider", "network"])) lacks("network");
};
