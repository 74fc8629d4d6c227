import type { Rule } from "../../../rules/rule";
import { admitsBefore, admitsBetween } from "../../common/version-constraint";
import { DEFAULT_PROVIDER_VERSION } from "../catalog/provider-version";

/** The provider is of a version that has what is written for it: from 7.20, and of major version 7. */
export const providerVersionRule: Rule = ({ spec, report }) => {
  const constraint = spec.provider.version;
  if (constraint === undefined) return;
  const path = ["provider", "version"];
  if (!admitsBetween(constraint, [7, 20, 0], [8, 0, 0])) {
    report("provider/version-unsupported", { constraint, range: DEFAULT_PROVIDER_VERSION }, path);
  } else if (admitsBefore(constraint, 7, 20)) {
    const lack = "every write-only argument and protection that is written";
    report("provider/version-too-old", { constraint, minimum: "7.20", lack }, path);
  }
};
