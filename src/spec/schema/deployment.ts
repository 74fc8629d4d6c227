import { Type, type Static } from "@sinclair/typebox";
import { API_VERSIONS } from "../api-versions";
import { DEPLOYMENT_NAME, SCHEMA_ADDRESS } from "../identity";
import { databaseSchema } from "./database";
import { byRegion, choice, fields, mapOf, patterned, region } from "./helpers";
import { keySetSchema } from "./key-set";
import { NAME_HINT, NAME_PATTERN } from "./names";
import { addressRange, providerSchema } from "./provider";
import { terraformSchema } from "./terraform";

const regionSettingsSchema = Type.Union(
  [
    Type.Null(),
    fields(
      {
        subnetIds: Type.Optional(
          Type.Array(Type.String({ minLength: 1, description: "A subnet id." }), {
            minItems: 1,
            description: "Subnets of the databases there: emits one subnet group, shared by all of them.",
            examples: [["subnet-0a11", "subnet-0b11", "subnet-0c11"]],
          }),
        ),
        subnetGroupName: Type.Optional(
          Type.String({ minLength: 1, description: "An existing subnet group, instead of `subnetIds`." }),
        ),
        securityGroupIds: Type.Optional(
          Type.Array(Type.String({ minLength: 1, description: "A security group id." }), {
            minItems: 1,
            description: "Security groups of the databases there.",
          }),
        ),
        allocatedIpRange: Type.Optional(
          addressRange(
            "Name of the allocated range that addresses of the databases there are taken from. Default: that of `provider.network`.",
          ),
        ),
      },
      { description: "Network of the Region's databases." },
    ),
  ],
  { description: "Settings of one Region; empty: none." },
);

/** The whole document, version 1 of the language. */
export const deploymentSchema = fields(
  {
    apiVersion: choice(API_VERSIONS, { description: "Version of the spec language." }),
    name: patterned(DEPLOYMENT_NAME.pattern, DEPLOYMENT_NAME.hint, {
      description: "Name of the deployment: the prefix of every identifier and alias.",
      examples: ["orders"],
    }),
    provider: providerSchema,
    terraform: Type.Optional(terraformSchema),
    primaryRegion: region("The Region of multi-Region primary keys and primary clusters; one of `regions`."),
    regions: Type.Union(
      [
        Type.Array(region("A Region."), { minItems: 1, description: "The Regions, without settings." }),
        byRegion(regionSettingsSchema, "Region → its settings.", { minProperties: 1 }),
      ],
      { description: "The Regions of the deployment." },
    ),
    keys: Type.Optional(
      mapOf(keySetSchema, {
        namePattern: NAME_PATTERN,
        nameHint: NAME_HINT,
        description: "Key sets by name.",
        default: {},
      }),
    ),
    databases: Type.Optional(
      mapOf(databaseSchema, {
        namePattern: NAME_PATTERN,
        nameHint: NAME_HINT,
        description: "Databases by name.",
        default: {},
      }),
    ),
    accept: Type.Optional(
      Type.Array(
        fields(
          {
            code: Type.String({
              minLength: 1,
              description: "Code of the warning.",
              examples: ["databases/single-instance"],
            }),
            reason: Type.String({ minLength: 1, description: "Why the warning is accepted here." }),
          },
          { description: "A warning that is accepted, and why." },
        ),
        { description: "Warnings that this deployment accepts.", default: [] },
      ),
    ),
  },
  {
    $schema: "http://json-schema.org/draft-07/schema#",
    $id: SCHEMA_ADDRESS,
    title: "keyspan deployment spec, version 1",
    description: "Where a deployment runs, which keys protect it, which databases stand on them.",
  },
);

/** The document as written, after the shape is proved. */
export type DeploymentSpec = Static<typeof deploymentSchema>;
/** `regions.<Region>` as written. */
export type RegionSpec = Static<typeof regionSettingsSchema>;
