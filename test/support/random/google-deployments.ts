import type fc from "fast-check";
import { isKeptOutside, type KeyPurpose } from "../../../src/model/key";
import { engines } from "../../../src/providers/google/catalog/catalog";
import type { GoogleEngine } from "../../../src/providers/google/catalog/engine";
import { keySpecs, protectionsOf, SYMMETRIC } from "../../../src/providers/google/catalog/key-specs";
import { keyLocations, regions as knownRegions } from "../../../src/providers/google/catalog/regions";
import type { SpecData } from "./deployments";
import { drawn, type Draw } from "./draw";
import { databaseNames, keySetNames } from "./texts";

/** Specs for Google Cloud that the language takes: every strategy, protection, engine, topology, layout and backend. */
export const googleDeployments: fc.Arbitrary<SpecData> = drawn(deployment);

const PROJECT = "acme-orders";
const MEMBERS = [
  "group:key-admins@acme.example",
  "user:o'hara@acme.example",
  "serviceAccount:checkout@acme-orders.iam.gserviceaccount.com",
  "principalSet://iam.googleapis.com/locations/global/workforcePools/staff/attribute.team/keys",
];
const ADDRESS_RANGES = ["google-managed-services", "a", "range-0-of-the-databases"];
const KEY_PROJECTS = [PROJECT, "acme-keys"];

function deployment(draw: Draw): SpecData {
  const all = [...knownRegions.keys()].map(String);
  const [first = ""] = all;
  const regions = [...new Set([draw.one(all), ...draw.some([first, ...all.slice(5, 9)])])];
  const sets = draw.from(keySetNames).map((name, index) => ({ name, ...keySet(draw, regions, index === 0) }));
  const serving = sets.filter(({ serves }) => serves).map(({ name }) => name);
  return {
    apiVersion: "keyspan/v1",
    name: draw.one(["orders", "a", "long-name-of-0"]),
    provider: {
      name: "google",
      project: PROJECT,
      network: {
        vpc: `projects/${PROJECT}/global/networks/private`,
        ...draw.maybe("allocatedIpRange", 3, () => draw.one(ADDRESS_RANGES)),
      },
      ...draw.maybe("projectNumber", 2, () => "123456789012"),
      ...draw.maybe("keyProject", 3, () => draw.one(KEY_PROJECTS)),
      ...draw.maybe("serviceAgents", 2, () => draw.one(["existing", "create"])),
      ...draw.maybe("keyRing", 3, () => ({ name: "shared", existing: draw.chance(2) })),
      ...draw.maybe("impersonateServiceAccount", 3, () => `deploy@${PROJECT}.iam.gserviceaccount.com`),
      ...draw.maybe("version", 3, () => draw.one([">= 7.20.0, < 8.0.0", "~> 7.45"])),
      ...draw.maybe("tags", 2, () => labels(draw)),
    },
    ...draw.maybe("terraform", 2, () => terraform(draw)),
    primaryRegion: regions[0],
    regions: draw.chance(3) ? regions : Object.fromEntries(regions.map((one) => [one, regionSettings(draw)])),
    keys: Object.fromEntries(sets.map(({ name, spec }) => [name, spec])),
    databases: Object.fromEntries(
      draw.from(databaseNames).map((name) => [name, database(draw, regions, draw.one(serving))]),
    ),
  };
}

function labels(draw: Draw): object {
  return draw.one([{ team: "payments" }, { team: "", "cost-center": "4711", a_b: "x_y-z" }]);
}

function regionSettings(draw: Draw): object | null {
  return draw.chance(3) ? null : draw.maybe("allocatedIpRange", 2, () => draw.one(ADDRESS_RANGES));
}

function terraform(draw: Draw): object {
  return {
    ...draw.maybe("layout", 2, () => draw.one(["single", "layered", "regional"])),
    ...draw.maybe("backend", 2, () =>
      draw.one<object>([
        { local: { path: "state/here.tfstate" } },
        { gcs: { bucket: "acme-state", prefix: "keyspan/orders" } },
        { s3: { bucket: "acme-state", region: "us-east-1", keyPrefix: "keyspan" } },
        { remote: { organization: "acme", workspacePrefix: "keyspan-" } },
      ]),
    ),
  };
}

interface RandomKeySet {
  readonly spec: object;
  /** Whether it serves databases in every Region. */
  readonly serves: boolean;
}

function keySet(draw: Draw, regions: readonly string[], isUniversal: boolean): RandomKeySet {
  if (isUniversal || draw.chance(3)) return singleRegion(draw, regions);
  return draw.one([existing, providerManaged, multiRegion, asymmetric])(draw, regions);
}

function providerManaged(): RandomKeySet {
  return { spec: { strategy: "provider-managed" }, serves: true };
}

function existing(draw: Draw, regions: readonly string[]): RandomKeySet {
  const id = (region: string) =>
    `projects/${draw.one(KEY_PROJECTS)}/locations/${region}/keyRings/ring/cryptoKeys/storage_${draw.integer(0, 9)}`;
  const ids = Object.fromEntries(regions.map((region) => [region, id(region)]));
  return { spec: { strategy: "existing", ids }, serves: true };
}

function singleRegion(draw: Draw, regions: readonly string[]): RandomKeySet {
  const purposes: readonly KeyPurpose[] = [
    "database",
    ...draw.some<KeyPurpose>(["secrets", "client-side-encryption"]),
  ];
  const protection = draw.one(["software", "hsm", "external", "external-vpc"] as const);
  const connection = (region: string) => `projects/acme-keys/locations/${region}/ekmConnections/vault`;
  const isOutside = protection.startsWith("external");
  const spec = {
    strategy: "single-region",
    purpose: purposes,
    protection,
    ...(protection === "external-vpc"
      ? { ekmConnections: Object.fromEntries(regions.map((region) => [region, connection(region)])) }
      : {}),
    ...(isOutside
      ? {}
      : draw.maybe("rotation", 2, () => draw.one([false, {}, { periodDays: draw.integer(1, 400) }]))),
    ...settings(draw, purposes),
    ...draw.maybe("overrides", 3, () => ({
      [draw.one(regions)]: draw.one([null, { tags: { region: "own" }, policy: policy(draw, purposes) }]),
    })),
  };
  return { spec, serves: true };
}

function multiRegion(draw: Draw): RandomKeySet {
  const purposes: readonly KeyPurpose[] = ["client-side-encryption"];
  const location = draw.one([...keyLocations]);
  return {
    spec: { strategy: "multi-region", location, purpose: purposes, ...settings(draw, purposes) },
    serves: false,
  };
}

function asymmetric(draw: Draw): RandomKeySet {
  const [spec, { usages }] = draw.one([...keySpecs].filter(([name]) => name !== SYMMETRIC));
  const [usage] = usages;
  const purpose: KeyPurpose =
    usage === "SIGN_VERIFY" ? "signing" : usage === "GENERATE_VERIFY_MAC" ? "mac" : "client-side-encryption";
  return {
    spec: {
      strategy: "single-region",
      spec,
      purpose: [purpose],
      protection: draw.one(protectionsOf(spec).filter((one) => !isKeptOutside(one))),
      ...settings(draw, [purpose]),
    },
    serves: false,
  };
}

function settings(draw: Draw, purposes: readonly KeyPurpose[]): object {
  return {
    ...draw.maybe("deletionWindowDays", 3, () => draw.integer(1, 120)),
    ...draw.maybe("protect", 4, () => draw.chance(2)),
    ...draw.maybe("tags", 3, () => labels(draw)),
    ...draw.maybe("policy", 2, () => policy(draw, purposes)),
  };
}

/** Members of each list, nobody in two of them. */
function policy(draw: Draw, purposes: readonly KeyPurpose[]): object {
  const isDirect = purposes.some((one) => one !== "database" && one !== "secrets");
  const isService = purposes.some((one) => one === "database" || one === "secrets");
  const administrators = draw.some(MEMBERS.slice(0, 2));
  const others = draw.some(MEMBERS.slice(2));
  return {
    administrators,
    ...(isService ? draw.maybe("operators", 2, () => others) : {}),
    // Over one that an override leaves as it is, too.
    ...(isDirect ? draw.maybe("users", 2, () => others) : {}),
  };
}

const VERSIONS: Readonly<Record<string, readonly string[]>> = {
  postgres: ["16", "9.6", "18"],
  mysql: ["8.4", "8.0.35", "5.7"],
  "alloydb-postgresql": ["14", "16"],
};

interface Machine {
  readonly name: string;
  readonly disks: readonly string[];
  /** The versions of every engine that runs on it. */
  readonly versions: Readonly<Record<string, readonly string[]>>;
}

const DISKS = ["PD_SSD", "PD_HDD"];
const PLUS_VERSIONS = { postgres: ["16", "12", "18"], mysql: ["8.4", "8.0.35"] };
const MACHINES: readonly Machine[] = [
  { name: "db-custom-4-15360", disks: DISKS, versions: VERSIONS },
  { name: "db-custom-1-3840", disks: DISKS, versions: VERSIONS },
  { name: "db-custom-N4-2-4096", disks: ["HYPERDISK_BALANCED"], versions: VERSIONS },
  { name: "db-g1-small", disks: DISKS, versions: VERSIONS },
  { name: "db-perf-optimized-N-4", disks: ["PD_SSD"], versions: PLUS_VERSIONS },
  { name: "db-c4a-highmem-8", disks: ["HYPERDISK_BALANCED"], versions: PLUS_VERSIONS },
];
const SQLSERVER_MACHINES = MACHINES.slice(0, 3);

function database(draw: Draw, regions: readonly string[], key: string): object {
  const engine = draw.one([...engines.values()]);
  const topology = draw.one(
    engine.topologies.filter((one) => one !== "global-database" || regions.length > 1),
  );
  const machine = draw.one(engine.needsRootPassword ? SQLSERVER_MACHINES : MACHINES);
  const versions = engine.form === "cluster" ? VERSIONS : machine.versions;
  return {
    engine: engine.name,
    engineVersion: draw.one(versions[engine.name] ?? ["2022", "2025"]),
    topology,
    key,
    ...(engine.form === "cluster" ? cluster(draw) : instance(draw, engine, machine)),
    ...(topology === "read-replicas" ? { regions: replicas(draw, regions) } : {}),
    ...common(draw, engine),
  };
}

function cluster(draw: Draw): object {
  return {
    instances: {
      class: draw.one(["n2-highmem-4", "c4a-highmem-8-lssd"]),
      ...draw.maybe("count", 2, () => 3),
    },
    ...draw.maybe("masterPassword", 2, () => draw.one(["none", "variable"])),
  };
}

function instance(
  draw: Draw,
  { fields, storageTypes, supportsClientCertificates, supportsIamAuthentication }: GoogleEngine,
  machine: Machine,
): object {
  const type = draw.one(machine.disks.filter((disk) => storageTypes.has(disk)));
  return {
    instances: { class: machine.name },
    storage: {
      allocatedGiB: 100,
      type,
      ...draw.maybe("maxAllocatedGiB", 3, () => 500),
      ...(type === "HYPERDISK_BALANCED" ? draw.maybe("iops", 2, () => 6000) : {}),
    },
    ...draw.maybe("databaseName", 2, () => "ledger"),
    ...(fields.includes("timeZone") ? draw.maybe("timeZone", 2, () => "UTC") : {}),
    ...(supportsClientCertificates ? draw.maybe("tls", 3, () => "client-certificate") : {}),
    ...(supportsIamAuthentication ? draw.maybe("masterPassword", 2, () => "none") : {}),
    ...draw.maybe("caCertificate", 3, () => "GOOGLE_MANAGED_CAS_CA"),
  };
}

/** At most eight in all. */
function replicas(draw: Draw, regions: readonly string[]): object {
  const [primary = "", ...others] = regions;
  return {
    [primary]: { replicas: 1 },
    ...Object.fromEntries(draw.some(others).map((region) => [region, { replicas: draw.integer(0, 1) }])),
  };
}

function common(draw: Draw, { form, needsRootPassword }: GoogleEngine): object {
  // SQL Server writes its flags with spaces.
  const text = needsRootPassword ? "default trace" : "log_statement";
  return {
    ...draw.maybe("identifier", 3, () => `own-${draw.integer(100, 999_999)}`),
    ...draw.maybe("multiAz", 3, () => false),
    ...draw.maybe("maintenanceWindow", 3, () => "sun:04:00-sun:05:00"),
    ...draw.maybe("backup", 3, () => ({
      retentionDays: draw.integer(1, 35),
      window: "01:00-02:00",
      ...(form === "instance" ? draw.maybe("finalSnapshot", 2, () => false) : {}),
    })),
    ...draw.maybe("parameters", 2, () => ({ [text]: draw.one(ADDRESS_RANGES), flag: draw.chance(2) })),
    ...draw.maybe("monitoring", 3, () => ({ performanceInsights: false })),
    ...draw.maybe("deletionProtection", 4, () => false),
    ...draw.maybe("protect", 4, () => false),
    ...draw.maybe("tags", 3, () => labels(draw)),
  };
}
