import type { Finding, ResourceTransition } from "../../../terraform/live-behaviour";
import { sidesOf, textOf, type Sides } from "../../common/live/transition";
import { isDowngrade } from "./engine-versions";

/** What interrupts a live system, or leaves it with less to fall back on. */
export function availabilityFindings(transition: ResourceTransition): readonly Finding[] {
  const sides = sidesOf(transition, {
    "settings.availability_type": "ZONAL",
    "settings.activation_policy": "ALWAYS",
  });
  if (transition.action === "destroy" || transition.action === "replace") return goneFindings(transition);
  if (!sides.stays) return [];
  return RULES.filter(({ types, holds }) => types.includes(sides.type) && holds(sides)).map(
    ({ code, message }) => availability(code, message(sides)),
  );
}

function availability(code: string, message: string): Finding {
  return { kind: "availability", code, message };
}

const INSTANCE = ["google_sql_database_instance"];
const NODE = ["google_alloydb_instance"];
const CLUSTER = ["google_alloydb_cluster"];

/** What is missed by those who used it. */
function goneFindings({ before }: ResourceTransition): readonly Finding[] {
  switch (before?.type) {
    case "google_sql_user":
      return [
        availability("user-gone", `Whoever signs in as \`${textOf(before.arguments["name"])}\` is refused.`),
      ];
    case "google_alloydb_instance":
      if (before.arguments["instance_type"] === "SECONDARY")
        return [
          {
            kind: "note",
            code: "secondary-instance-forgotten",
            message: "Terraform only forgets a secondary instance: it goes with its cluster, and not before.",
          },
        ];
      return [
        availability(
          "instance-gone",
          before.arguments["instance_type"] === "READ_POOL"
            ? "Connections to the read pool break; its readers must go elsewhere."
            : "Connections to the instance break; a cluster without another one takes none.",
        ),
      ];
    default:
      return [];
  }
}

interface AvailabilityRule {
  readonly code: string;
  readonly types: readonly string[];
  readonly holds: (sides: Sides) => boolean;
  readonly message: (sides: Sides) => string;
}

const change = ({ before, after }: Sides, argument: string) =>
  `from ${textOf(before(argument))} to ${textOf(after(argument))}`;

const NETWORKS = ["settings.ip_configuration.private_network", "network_config.network"];

const RULES: readonly AvailabilityRule[] = [
  {
    code: "engine-upgrade",
    types: [...INSTANCE, ...CLUSTER],
    holds: ({ differs, before, after }) =>
      differs("database_version") &&
      !isDowngrade(textOf(before("database_version")), textOf(after("database_version"))),
    message: (sides) =>
      `The engine goes ${change(sides, "database_version")}: the database is down while it is upgraded, and there is no way back but a backup.`,
  },
  ...["settings.tier", "machine_config.machine_type"].map((name): AvailabilityRule => ({
    code: "instance-restart",
    types: [...INSTANCE, ...NODE],
    holds: ({ differs }) => differs(name),
    message: (sides) => `The machine goes ${change(sides, name)}: connections break while it changes over.`,
  })),
  {
    code: "edition-changed",
    types: INSTANCE,
    holds: ({ differs }) => differs("settings.edition"),
    message: (sides) =>
      `The edition goes ${change(sides, "settings.edition")}: connections break while it changes over, and the tier must be one of that edition.`,
  },
  ...["settings.availability_type", "availability_type"].map((name): AvailabilityRule => ({
    code: "standby-off",
    types: [...INSTANCE, ...NODE],
    holds: ({ turns }) => turns(name, "REGIONAL", "ZONAL"),
    message: () => "The standby in a second zone is given up: a zone that fails takes the database with it.",
  })),
  {
    code: "standby-restart",
    types: INSTANCE,
    holds: ({ turns }) => turns("settings.availability_type", "ZONAL", "REGIONAL"),
    message: () => "A standby in a second zone is made: the instance may restart.",
  },
  ...["settings.activation_policy", "activation_policy"].map((name): AvailabilityRule => ({
    code: "stopped",
    types: [...INSTANCE, ...NODE],
    holds: ({ before, after }) => before(name) !== "NEVER" && after(name) === "NEVER",
    message: () => "The instance is stopped.",
  })),
  {
    code: "address-changed",
    types: [...INSTANCE, ...CLUSTER],
    holds: ({ differs }) => NETWORKS.some((name) => differs(name)),
    message: () => "It gets an address in the other network: clients must be told.",
  },
  {
    code: "read-nodes-fewer",
    types: NODE,
    holds: ({ before, after }) =>
      Number(before("read_pool_config.node_count")) > Number(after("read_pool_config.node_count")),
    message: (sides) => `The read pool shrinks ${change(sides, "read_pool_config.node_count")} nodes.`,
  },
];
