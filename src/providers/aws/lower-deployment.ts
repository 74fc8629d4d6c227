import { invariant } from "../../base/invariant";
import { sortedBy } from "../../base/ordering";
import type { ResourceElement, Section, TerraformProgram } from "../../terraform/program";
import { addressOf } from "../../terraform/program";
import type { LoweringRequest } from "../provider";
import { databaseFile } from "./files";
import { lowerGlobalDatabase, type LoweredDatabase } from "./lower-global-database";
import { lowerKeys } from "./lower-keys";
import { lowerMonitoringRole } from "./lower-monitoring";
import { lowerNetwork } from "./lower-network";
import { lowerOutputs } from "./lower-outputs";
import {
  DEFAULT_PROVIDER_VERSION,
  DEFAULT_TERRAFORM_VERSION,
  lowerBackend,
  lowerProviders,
} from "./lower-root-module";
import { createContext, withKeys } from "./lowering-context";
import { callerIdentity } from "./resources";

/** Lowers a plan to its root modules. */
export function lowerDeployment(request: LoweringRequest): readonly TerraformProgram[] {
  const { plan } = request;
  const base = createContext(request);
  const keys = lowerKeys(base);
  const network = lowerNetwork(base);
  const context = withKeys(base, keys.arns);
  const monitoringRole = lowerMonitoringRole(context);
  const surroundings = {
    context,
    monitoringRoleArn: monitoringRole?.arn,
    network,
  };
  const databases = new Map<string, LoweredDatabase>(
    plan.databases.map((database) => [database.name, lowerGlobalDatabase(surroundings, database)]),
  );
  const logGroups = [...databases.values()].flatMap((database) => database.logGroups);
  const sections = [
    { file: "keys", template: "keys", elements: keys.elements },
    ...[...databases].map(([name, { elements }]) => ({
      file: databaseFile(name),
      template: "database",
      elements,
    })),
    {
      file: "monitoring",
      template: "monitoring",
      elements: [...(monitoringRole?.elements ?? []), ...logGroups],
    },
  ];
  const needsIdentity =
    request.provider.account === undefined && (keys.created.size > 0 || monitoringRole !== undefined);
  const main = [...(needsIdentity ? [currentIdentity()] : []), ...keys.data, ...network.elements];
  const program: TerraformProgram = {
    name: plan.name,
    folder: plan.name,
    requiredVersion: request.terraform.requiredVersion ?? DEFAULT_TERRAFORM_VERSION,
    requiredProviders: [
      { name: "aws", source: "hashicorp/aws", version: request.provider.version ?? DEFAULT_PROVIDER_VERSION },
    ],
    backend: lowerBackend(request.terraform, plan.name),
    providers: lowerProviders(base),
    sections: [{ file: "main", template: "main", elements: main }, ...sections].filter(
      ({ elements }) => elements.length > 0,
    ),
    variables: sortedBy(
      [...databases.values()].flatMap(({ variables }) => variables),
      ({ name }) => name,
    ),
    outputs: lowerOutputs(keys, databases),
  };
  assertUniqueAddresses(program.sections);
  return [program];
}

function currentIdentity(): ResourceElement {
  return callerIdentity({
    name: "current",
    placement: { kind: "default" },
    comment: "The account that everything is created in; key policies name it.",
    arguments: {},
  });
}

function assertUniqueAddresses(sections: readonly Section[]): void {
  const seen = new Set<string>();
  for (const element of sections.flatMap(({ elements }) => elements)) {
    const address = addressOf(element);
    invariant(!seen.has(address), `two resources have the address ${address}`);
    seen.add(address);
  }
}
