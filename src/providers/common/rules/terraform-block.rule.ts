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
      {
        constraint: requiredVersion,
        minimum: "1.11",
        lack: "read the ephemeral variable and the write-only argument of the master password",
      },
      ["terraform", "requiredVersion"],
      [related(`database "${withVariable.name}" has one`, ["databases", withVariable.name])],
    );
  }
  // The lock file of the state: https://developer.hashicorp.com/terraform/language/backend/s3.
  if (requiredVersion !== undefined && backend?.s3 !== undefined && backend.s3.useLockfile !== false) {
    const other = [related("the state is locked with a file here", ["terraform", "backend", "s3"])];
    const isOld = withVariable === undefined && admitsBefore(requiredVersion, 1, 10);
    const parameters = {
      constraint: requiredVersion,
      minimum: "1.10",
      lack: "lock the state with a file in S3",
    };
    if (isOld) report("terraform/version-too-old", parameters, ["terraform", "requiredVersion"], other);
  }
  const path = backend?.local?.path;
  if (layout !== "single" && path !== undefined && leavesFolder(path)) {
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

/** Whether a relative path leads out of the folder that it starts in. */
function leavesFolder(path: string): boolean {
  let depth = 0;
  for (const step of path.split("/")) {
    if (step === "..") depth -= 1;
    else if (step !== "" && step !== ".") depth += 1;
    if (depth < 0) return true;
  }
  return false;
}
