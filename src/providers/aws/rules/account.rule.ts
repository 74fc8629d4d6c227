import { inOrderOf } from "../../../base/ordering";
import { related, type Rule, type RuleContext } from "../../../rules/rule";

const ROLE_ARN = /^arn:([a-z0-9-]+):iam::([0-9]{12}):role\/[\w+=,.@/-]+$/;

/** The role that deploys, the account it is in and the accounts that are allowed belong together. */
export const accountRule: Rule = (context) => {
  const { spec, resolved, catalog, report } = context;
  const { account, allowedAccountIds, assumeRoleArn } = spec.provider;
  if (account !== undefined && allowedAccountIds !== undefined && !allowedAccountIds.includes(account)) {
    const other = allowedAccountIds.join(", ");
    reportMismatch(context, "allowedAccountIds", {
      account,
      other,
      what: "only these accounts are allowed:",
    });
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
    const other = role[2] ?? "";
    reportMismatch(context, "assumeRoleArn", { account, other, what: "the role is in account" });
  }
};

/** A clash is told at the later of the two fields. */
function reportMismatch(
  { spec, report }: RuleContext,
  field: "allowedAccountIds" | "assumeRoleArn",
  parameters: { readonly account: string; readonly other: string; readonly what: string },
): void {
  const [earlier, later] = inOrderOf(spec.provider, "account", field);
  report(
    "provider/account-mismatch",
    parameters,
    ["provider", later],
    [related(`${earlier} stands here`, ["provider", earlier])],
  );
}
