import type { PlannedDatabase } from "../../../model/database";
import { related, type Rule } from "../../../rules/rule";
import { admitsBefore } from "../version-constraint";

/** The `terraform` block: a version that can read what is emitted, and a state for each stack. */
export const terraformBlockRule: Rule = ({ spec, resolved, report }) => {
  const { requiredVersion, layout = "single", backend } = spec.terraform ?? {};
  const withVariable = [...resolved.databases.values()].find(hasPasswordVariable);
  if (requiredVersion !== undefined && withVariable !== undefined && admitsBefore(requiredVersion, 1, 11)) {
    report(
      "terraform/version-too-old",
      { constraint: requiredVersion },
      ["terraform", "requiredVersion"],
      [related(`database "${withVariable.name}" has one`, ["databases", withVariable.name])],
    );
  }
  const path = backend?.local?.path;
  if (layout !== "single" && path?.startsWith("../") === true) {
    report("terraform/shared-state", { layout, path }, ["terraform", "backend", "local", "path"]);
  }
  // HCP Terraform takes letters, digits, - and _: https://developer.hashicorp.com/terraform/cli/cloud/settings.
  const prefix = backend?.remote?.workspacePrefix;
  if (prefix !== undefined && !/^[A-Za-z0-9_-]*$/.test(prefix)) {
    report("terraform/workspace-name", { prefix }, ["terraform", "backend", "remote", "workspacePrefix"]);
  }
};

/** A cluster that is adopted keeps the password that it has. */
function hasPasswordVariable(database: PlannedDatabase): boolean {
  const isAdopted = database.topology === "global-database" && database.primary.kind === "adopted";
  return database.masterPassword === "variable" && !isAdopted;
}
