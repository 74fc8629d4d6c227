import { Type, type Static } from "@sinclair/typebox";
import { choice, fields, mapOf, patterned } from "./helpers";

/** Tags as the user writes them: unquoted numbers and booleans are refused, for YAML changes them silently. */
export const tagsSchema = (description: string) =>
  mapOf(Type.String(), {
    description,
    default: {},
    examples: [{ team: "payments", environment: "production" }],
  });

/** The `provider` block for Amazon Web Services. */
export const providerSchema = fields(
  {
    name: choice(["aws"], { description: "The provider that the deployment runs on." }),
    account: Type.Optional(
      patterned("^[0-9]{12}$", "12 digits, in quotes", {
        description:
          "The account that owns what is created. Without it the output reads the caller's account through a data source.",
        examples: ["111122223333"],
      }),
    ),
    version: Type.Optional(
      Type.String({
        minLength: 1,
        description: "Version constraint of the Terraform provider.",
        default: ">= 5.100.0, < 7.0.0",
      }),
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
      Type.Array(
        patterned("^[0-9]{12}$", "12 digits, in quotes", { description: "An account id." }),
        {
          minItems: 1,
          description: "Terraform refuses to run in any other account. Default: `[account]` when it is given.",
        },
      ),
    ),
  },
  { description: "The provider and what is common to everything it creates." },
);

/** The `provider` block as written. */
export type ProviderSpec = Static<typeof providerSchema>;
