import fc from "fast-check";
import { awsCatalog } from "../../../src/providers/aws/catalog/catalog";
import { databases } from "./databases";
import { drawn, type Draw } from "./draw";
import { keySets, type Surroundings } from "./key-sets";
import { anyText, lineText, tags } from "./texts";

/** A spec as data. */
export type SpecData = Readonly<Record<string, unknown>>;

/**
 * Specs that the language takes, over the whole of it: every strategy, engine, topology, layout and backend, with
 * texts that are difficult wherever any text may stand. They compile, with warnings perhaps.
 */
export const deployments: fc.Arbitrary<SpecData> = drawn(deployment);

const ACCOUNT = "111122223333";

function deployment(draw: Draw): SpecData {
  const partition = draw.one(["aws", "aws", "aws", "aws", "aws-cn", "aws-us-gov", "aws-iso-b", "aws-eusc"]);
  const known = [...awsCatalog.regions]
    .filter(([, facts]) => facts.partition === partition)
    .map(([name]) => name);
  const regions: string[] = draw.from(
    fc.shuffledSubarray([...known], { minLength: 1, maxLength: Math.min(5, known.length) }),
  );
  const account = draw.chance(2) ? ACCOUNT : undefined;
  const style = draw.one(["alias", "argument", undefined] as const);
  const isSovereign = partition === "aws-eusc";
  const admitsProvider5 = style !== "argument" && !isSovereign && draw.chance(2);
  const surroundings: Surroundings = { partition, regions, known, admitsProvider5 };
  const sets = keySets(draw, surroundings);
  return {
    apiVersion: "keyspan/v1",
    name: draw.one(["orders", "a", "x1", "long-name-of-0"]),
    provider: {
      name: "aws",
      ...(account === undefined
        ? {}
        : { account, ...draw.maybe("allowedAccountIds", 3, () => [account, "444455556666"]) }),
      ...(style === undefined ? {} : { regionStyle: style }),
      ...(admitsProvider5
        ? draw.maybe("version", 3, () => "~> 5.100")
        : { version: isSovereign ? "~> 6.16" : draw.one([">= 6.0.0, < 7.0.0", "~> 6.2"]) }),
      ...draw.maybe("tags", 2, () => withoutTwins(draw.from(tags))),
      ...draw.maybe("assumeRoleArn", 3, () => `arn:${partition}:iam::${ACCOUNT}:role/path/Deployer`),
    },
    ...draw.maybe("terraform", 2, () => terraform(draw, regions)),
    primaryRegion: regions[0],
    regions: draw.chance(3)
      ? regions
      : Object.fromEntries(regions.map((region, index) => [region, network(draw, index)])),
    keys: Object.fromEntries(sets.map(({ name, spec }) => [name, spec])),
    databases: databases(draw, { ...surroundings, keySets: sets, account }),
  };
}

/** To IAM, names of tags that differ in capitals only are the same. */
function withoutTwins(given: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return Object.fromEntries(
    new Map(Object.entries(given).map((tag) => [tag[0].toLowerCase(), tag])).values(),
  );
}

/** Subnets and security groups are in one Region each. */
function network(draw: Draw, index: number): object | null {
  if (draw.chance(5)) return null;
  const ids = (kind: string) =>
    ["0a1", "0b2", ...(draw.chance(6) ? ["0c3"] : [])].map((id) => `${kind}-${id}${index}`);
  return {
    ...draw.one([
      { subnetIds: ids("subnet") },
      { subnetGroupName: draw.one(["private", "db subnets_2.x"]) },
      {},
    ]),
    ...draw.maybe("securityGroupIds", 2, () => ids("sg")),
  };
}

function terraform(draw: Draw, regions: readonly string[]): object {
  return {
    ...draw.maybe("requiredVersion", 3, () => draw.one([">= 1.11.0", "~> 1.12", "> 1.11.0, != 1.13.0"])),
    ...draw.maybe("layout", 2, () => draw.one(["single", "layered", "regional"])),
    ...draw.maybe("backend", 2, () => backend(draw, regions)),
  };
}

function backend(draw: Draw, regions: readonly string[]): object {
  const step = () => draw.from(lineText).replaceAll("/", "-");
  return draw.one<() => object>([
    () => ({ local: draw.maybe("path", 2, () => `state/${step()}.tfstate`) }),
    () => ({
      s3: {
        bucket: draw.one(["acme-state", "Acme.state_2"]),
        region: draw.one(regions),
        keyPrefix: draw.one(["keyspan", `a/${step()}`]),
        ...draw.maybe("kmsKeyId", 3, () => draw.one(["alias/state", "mrk-1234abcd12ab34cd56ef1234567890ab"])),
        ...draw.maybe("useLockfile", 3, () => draw.chance(2)),
      },
    }),
    () => ({
      remote: {
        organization: draw.one(["acme", draw.from(anyText)]),
        workspacePrefix: draw.one(["keyspan-", "a_B"]),
        ...draw.maybe("hostname", 3, () => "tfe.acme.example:8443"),
      },
    }),
  ])();
}
