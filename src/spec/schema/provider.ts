import { Type, type Static } from "@sinclair/typebox";
import { choice, fields } from "./helpers";
import { accountId } from "./key-policy";
import { tagsSchema } from "./tags";
import { versionConstraint } from "./version-constraint";

/** The `provider` block for Amazon Web Services. */
export const providerSchema = fields(
  {
    name: choice(["aws"], { description: "The provider that the deployment runs on." }),
    account: Type.Optional(
      accountId(
        "The account that owns what is created. Without it the output reads the caller's account through a data source.",
      ),
    ),
    regionStyle: Type.Optional(
      choice(["alias", "argument"], {
        description:
          "How a resource says its Region. `alias`: one provider block for each Region; works with provider 5.100 and 6. `argument`: one provider block, and a `region` argument on every resource; provider 6 only.",
        default: "alias",
      }),
    ),
    version: Type.Optional(
      versionConstraint(
        "Version constraint of the Terraform provider. Default: `>= 5.100.0, < 7.0.0`; with regionStyle `argument`: `>= 6.0.0, < 7.0.0`.",
      ),
    ),
    tags: Type.Optional(tagsSchema("Default tags of every resource.")),
    assumeRoleArn: Type.Optional(
      Type.String({
        minLength: 1,
        description: "ARN of the IAM role that Terraform assumes to deploy.",
        examples: ["arn:aws:iam::111122223333:role/TerraformDeployer"],
      }),
    ),
    allowedAccountIds: Type.Optional(
      Type.Array(accountId("An account id."), {
        minItems: 1,
        description: "Terraform refuses to run in any other account. Default: `[account]` when it is given.",
      }),
    ),
  },
  { description: "The provider and what is common to everything it creates." },
);

/** The `provider` block as written. */
export type ProviderSpec = Static<typeof providerSchema>;
