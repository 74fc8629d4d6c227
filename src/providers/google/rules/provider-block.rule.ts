import { atKey, type Rule } from "../../../rules/rule";

/** `<name>@<project>.iam.gserviceaccount.com`, and those that Google makes: https://cloud.google.com/iam/docs/service-account-types. */
const SERVICE_ACCOUNT = /^[a-z0-9-]+@([a-z0-9.-]+\.)?(iam|developer|appspot)\.gserviceaccount\.com$/;

/** What a deployment on Google Cloud cannot do without: a project, and a network for its databases. */
export const providerBlockRule: Rule = ({ spec, resolved, catalog, report, isWritten, isSetAside }) => {
  const network = resolved.databases.size > 0 ? [["provider", "network"]] : [];
  for (const path of [...catalog.requiredFields, ...network]) {
    if (isWritten(path) || isSetAside(path)) continue;
    report("spec/missing-field", { field: path.at(-1) ?? "", where: "provider" }, atKey(["provider"]));
  }
  const given = spec.provider.impersonateServiceAccount;
  if (given !== undefined && !SERVICE_ACCOUNT.test(given)) {
    report("provider/service-account-form", { given }, ["provider", "impersonateServiceAccount"]);
  }
};
