import type { Rule } from "../../../rules/rule";

const ROLE_ARN = /^arn:([a-z0-9-]+):iam::([0-9]{12}):role\/[\w+=,.@/-]+$/;

/** The role that deploys, the account it is in and the accounts that are allowed belong together. */
export const accountRule: Rule = ({ spec, resolved, catalog, report }) => {
  const { account, allowedAccountIds, assumeRoleArn } = spec.provider;
  if (account !== undefined && allowedAccountIds !== undefined && !allowedAccountIds.includes(account)) {
    const other = allowedAccountIds.join(", ");
    report("provider/account-mismatch", { account, other, what: "only these accounts are allowed:" }, [
      "provider",
      "allowedAccountIds",
    ]);
  }
  if (assumeRoleArn === undefined) return;
  const path = ["provider", "assumeRoleArn"];
  const role = ROLE_ARN.exec(assumeRoleArn);
  if (role === null) return report("provider/role-not-iam-arn", { given: assumeRoleArn }, path);
  const partition = catalog.regions.get(resolved.primaryRegion)?.partition;
  if (partition !== undefined && role[1] !== partition) {
    report("provider/partition", { given: role[1] ?? "", partition }, path);
  }
  if (account !== undefined && role[2] !== account) {
    report(
      "provider/account-mismatch",
      { account, other: role[2] ?? "", what: "the role is in account" },
      path,
    );
  }
};
