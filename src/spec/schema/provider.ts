import { Type, type Static } from "@sinclair/typebox";
import { choice, fields, patterned } from "./helpers";
import { accountId } from "./key-policy";
import { tagsSchema } from "./tags";
import { versionConstraint } from "./version-constraint";

/** Projects of old domains have the domain before their name: `example.com:orders`. */
const PROJECT = "([a-z0-9-]+(\\.[a-z0-9-]+)+:)?[a-z][a-z0-9-]{4,28}[a-z0-9]";
const PROJECT_ID = `^${PROJECT}$`;
const PROJECT_ID_HINT =
  "a project id: 6 to 30 lower-case letters, digits and `-`, beginning with a letter and not ending in `-`";

/** Names of networks and address ranges, by RFC 1035. */
const NETWORK_NAME = "[a-z]([a-z0-9-]{0,61}[a-z0-9])?";

/** The name of an allocated range of addresses. */
export const addressRange = (description: string) =>
  patterned(
    `^${NETWORK_NAME}$`,
    "the name of a range: 1 to 63 lower-case letters, digits and `-`, beginning with a letter and not ending in `-`",
    { description, examples: ["google-managed-services"] },
  );

const projectId = (description: string) =>
  patterned(PROJECT_ID, PROJECT_ID_HINT, { description, examples: ["acme-orders"] });

const awsFields = {
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
};

const keyRingSchema = fields(
  {
    name: Type.Optional(
      patterned("^[a-zA-Z0-9_-]{1,63}$", "1 to 63 letters, digits, `_` and `-`", {
        description: "Name of the key ring in every location. Default: the deployment's name.",
      }),
    ),
    existing: Type.Optional(
      Type.Boolean({
        description: "The key rings stand already, and are read instead of created.",
        default: false,
      }),
    ),
  },
  {
    description:
      "The key rings that hold the keys: one in each location. A key ring can never be deleted by Terraform.",
  },
);

const networkSchema = fields(
  {
    vpc: patterned(
      `^projects/${PROJECT}/global/networks/${NETWORK_NAME}$`,
      "projects/<project>/global/networks/<name>",
      {
        description: "The VPC of every database; private services access must be set up in it.",
        examples: ["projects/acme-orders/global/networks/private"],
      },
    ),
    allocatedIpRange: Type.Optional(
      addressRange(
        "Name of the allocated range that addresses are taken from. Default: any range of the peering.",
      ),
    ),
  },
  { description: "The network of the databases. A VPC is global: it is one for all Regions." },
);

const googleFields = {
  project: Type.Optional(projectId("The project that owns what is created.")),
  projectNumber: Type.Optional(
    patterned("^[0-9]{6,}$", "the project's number: digits, in quotes", {
      description:
        "The project's number, which service agents are named by. Without it the output reads it through a data source.",
      examples: ["123456789012"],
    }),
  ),
  keyProject: Type.Optional(
    projectId("The project that keys are created in, where that is another one. Default: `project`."),
  ),
  impersonateServiceAccount: Type.Optional(
    Type.String({
      minLength: 1,
      description: "E-mail address of the service account that Terraform acts as.",
      examples: ["terraform@acme-orders.iam.gserviceaccount.com"],
    }),
  ),
  serviceAgents: Type.Optional(
    choice(["existing", "create"], {
      description:
        "The service agents of the databases, which use the keys. `existing`: they have been created by gcloud, as the emitted README says. `create`: Terraform creates them, which needs the providers google-beta and time.",
      default: "existing",
    }),
  ),
  keyRing: Type.Optional(keyRingSchema),
  network: Type.Optional(networkSchema),
};

/** The `provider` block: what every provider has, and what one of them has; the catalog says which has what. */
export const providerSchema = fields(
  {
    name: choice(["aws", "google"], {
      description:
        "The provider that the deployment runs on. `aws`: Amazon Web Services. `google`: Google Cloud.",
    }),
    ...awsFields,
    ...googleFields,
    version: Type.Optional(
      versionConstraint(
        "Version constraint of the Terraform provider. Default on AWS: `>= 5.100.0, < 7.0.0`, with regionStyle `argument` `>= 6.0.0, < 7.0.0`; on Google Cloud: `>= 7.20.0, < 8.0.0`.",
      ),
    ),
    tags: Type.Optional(tagsSchema("Default tags of every resource; on Google Cloud its labels.")),
  },
  { description: "The provider and what is common to everything it creates." },
);

/** The `provider` block as written. */
export type ProviderSpec = Static<typeof providerSchema>;
