import { atKey, type Rule } from "../../../rules/rule";
import { admitsBefore } from "../version-constraint";

/** The `terraform` block: a version that can read what is emitted, and a state for each stack. */
export const terraformBlockRule: Rule = ({ spec, resolved, report }) => {
  const { requiredVersion, layout = "single", backend } = spec.terraform ?? {};
  const hasEphemeral = [...resolved.databases.values()].some(
    ({ masterPassword }) => masterPassword === "variable",
  );
  if (requiredVersion !== undefined && hasEphemeral && admitsBefore(requiredVersion, 1, 11)) {
    report("terraform/version-too-old", { constraint: requiredVersion }, ["terraform", "requiredVersion"]);
  }
  const path = backend?.local?.path;
  if (layout !== "single" && path?.startsWith("../") === true) {
    report("terraform/shared-state", { layout, path }, ["terraform", "backend", "local", "path"]);
  }
  // HCP Terraform takes letters, digits, - and _: https://developer.hashicorp.com/terraform/cli/cloud/settings.
  const prefix = backend?.remote?.workspacePrefix;
  if (prefix !== undefined && !/^[A-Za-z0-9_-]*$/.test(prefix)) {
    report(
      "terraform/workspace-name",
      { prefix },
      atKey(["terraform", "backend", "remote", "workspacePrefix"]),
    );
  }
};
