import { atKey, type Rule } from "../../../rules/rule";

/** `<name>@<project>.iam.gserviceaccount.com`, and those that Google makes: https://cloud.google.com/iam/docs/service-account-types. */
const SERVICE_ACCOUNT = /^[a-z0-9-]+@([a-z0-9.-]+\.)?(iam|developer|appspot)\.gserviceaccount\.com$/;

/** What a deployment on Google Cloud cannot do without: a project, and a network for its databases. */
export const providerBlockRule: Rule = ({ spec, resolved, report, isWritten, isSetAside }) => {
  const needed = ["project", ...(resolved.databases.size > 0 ? ["network"] : [])];
  for (const field of needed) {
    const path = ["provider", field];
    if (isWritten(path) || isSetAside(path)) continue;
    report("spec/missing-field", { field, where: "provider" }, atKey(["provider"]));
  }
  const given = spec.provider.impersonateServiceAccount;
  if (given !== undefined && !SERVICE_ACCOUNT.test(given)) {
    report("provider/service-account-form", { given }, ["provider", "impersonateServiceAccount"]);
  }
};
