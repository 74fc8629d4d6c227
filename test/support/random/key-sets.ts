import type { KeyPurpose, KeyUsage } from "../../../src/model/key";
import { awsCatalog } from "../../../src/providers/aws/catalog/catalog";
import { specsOfProvider6 } from "../../../src/providers/aws/catalog/key-specs";
import type { Draw } from "./draw";
import { grants, keyPolicy, type PolicySubject } from "./policies";
import { anyText, keySetNames, tags } from "./texts";

/** The Regions of a deployment, and what keys must know of it. */
export interface Surroundings {
  readonly partition: string;
  /** The first is primaryRegion. */
  readonly regions: readonly string[];
  /** All Regions of the partition. */
  readonly known: readonly string[];
  /** Whether version 5 of the Terraform provider may read the output. */
  readonly admitsProvider5: boolean;
}

/** A key set and what it can serve. */
export interface RandomKeySet {
  readonly name: string;
  readonly spec: Readonly<Record<string, unknown>>;
  readonly strategy: string;
  readonly purposes: readonly KeyPurpose[];
  readonly regions: readonly string[];
  /** Disabled keys serve nobody. */
  readonly isEnabled: boolean;
}

/** Key sets; the first serves everything everywhere. */
export function keySets(draw: Draw, surroundings: Surroundings): RandomKeySet[] {
  return draw.from(keySetNames).map((name, index) => {
    if (index === 0) return universal(draw, surroundings, name);
    switch (draw.integer(1, 6)) {
      case 1:
        return providerManaged(draw, surroundings, name);
      case 2:
        return {
          ...plain(name, "aws-owned", ["database"], surroundings.regions),
          spec: { strategy: "aws-owned" },
        };
      case 3:
        return existing(draw, surroundings, name);
      default:
        return customerManaged(draw, surroundings, name);
    }
  });
}

function plain(name: string, strategy: string, purposes: readonly KeyPurpose[], regions: readonly string[]) {
  return { name, strategy, purposes, regions, isEnabled: true };
}

function universal(draw: Draw, surroundings: Surroundings, name: string): RandomKeySet {
  const purposes: readonly KeyPurpose[] = [
    "database",
    "secrets",
    "logs",
    ...draw.some(["client-side-encryption"] as const),
  ];
  const subject = subjectOf(surroundings, "single-region", purposes, surroundings.regions);
  const spec = {
    strategy: "single-region",
    purpose: purposes,
    ...independent(draw, subject, name, "SYMMETRIC_DEFAULT", "ENCRYPT_DECRYPT"),
  };
  return { ...plain(name, "single-region", purposes, surroundings.regions), spec };
}

function providerManaged(draw: Draw, { regions }: Surroundings, name: string): RandomKeySet {
  const purposes = draw.some<KeyPurpose>(["database", "secrets", "logs"], 1);
  const own = draw.some(regions, 1);
  return {
    ...plain(name, "aws-managed", purposes, own),
    spec: { strategy: "aws-managed", purpose: purposes, regions: own },
  };
}

function existing(draw: Draw, { partition, regions }: Surroundings, name: string): RandomKeySet {
  const purposes = draw.some<KeyPurpose>(["database", "secrets", "logs", "client-side-encryption"], 1);
  const own = draw.some(regions, 1);
  const arn = (region: string) =>
    `arn:${partition}:kms:${region}:${draw.one(["111122223333", "444455556666"])}:key/${draw.one(["mrk-1234abcd12ab34cd56ef1234567890ab", "1234abcd-12ab-34cd-56ef-1234567890ab"])}`;
  const ids = Object.fromEntries(own.map((region) => [region, arn(region)]));
  return {
    ...plain(name, "existing", purposes, own),
    spec: {
      strategy: "existing",
      purpose: purposes,
      [draw.one(["arns", "ids"])]: ids,
      ...draw.maybe("regions", 3, () => own),
    },
  };
}

function customerManaged(draw: Draw, surroundings: Surroundings, name: string): RandomKeySet {
  const strategy = draw.one(["single-region", "multi-region"] as const);
  const [primary = "", ...others] = surroundings.regions;
  const regions =
    strategy === "multi-region" ? [primary, ...draw.some(others)] : draw.some(surroundings.regions, 1);
  const { spec, usage, purposes } = draw.one(kindsOfKeys(surroundings));
  const isSymmetric = spec === "SYMMETRIC_DEFAULT";
  const isExternal = (isSymmetric || !surroundings.admitsProvider5) && draw.chance(5);
  const some = isSymmetric ? draw.some(purposes, 1) : purposes;
  const subject = subjectOf(surroundings, strategy, some, regions);
  const isEnabled = !draw.chance(4);
  const written = {
    strategy,
    purpose: some,
    regions,
    ...(isSymmetric ? draw.maybe("spec", 3, () => spec) : { spec }),
    usage,
    ...independent(draw, subject, name, spec, usage),
    ...(isEnabled ? draw.maybe("enabled", 4, () => true) : { enabled: false }),
    ...(isExternal ? { origin: "external" } : draw.maybe("origin", 4, () => "aws")),
    ...(isSymmetric && !isExternal
      ? draw.maybe("rotation", 3, () =>
          draw.one<unknown>([false, {}, { periodDays: draw.integer(90, 2560) }]),
        )
      : {}),
    ...draw.maybe("protect", 4, () => draw.chance(2)),
    ...draw.maybe("overrides", 3, () => overrides(draw, subject, name, spec, usage)),
  };
  return { ...plain(name, strategy, some, regions), isEnabled: isEnabled && isSymmetric, spec: written };
}

interface KindOfKey {
  readonly spec: string;
  readonly usage: KeyUsage;
  readonly purposes: readonly KeyPurpose[];
}

/** Key specs with a usage that they have and the purposes that ask for it, as the catalog has them. */
function kindsOfKeys({ partition, admitsProvider5 }: Surroundings): readonly KindOfKey[] {
  const symmetric: KindOfKey = {
    spec: "SYMMETRIC_DEFAULT",
    usage: "ENCRYPT_DECRYPT",
    purposes: ["database", "client-side-encryption", "secrets", "logs"],
  };
  const others = [...awsCatalog.keySpecs].flatMap(([spec, facts]) => {
    const isPossible = facts.partition === undefined || facts.partition === partition;
    if (facts.isSymmetricEncryption || !isPossible || (admitsProvider5 && specsOfProvider6.has(spec)))
      return [];
    return facts.usages.map((usage): KindOfKey => ({ spec, usage, purposes: [purposeOf(usage)] }));
  });
  // Most keys are symmetric.
  return [...others.map(() => symmetric), ...others];
}

function purposeOf(usage: KeyUsage): KeyPurpose {
  if (usage === "SIGN_VERIFY") return "signing";
  return usage === "GENERATE_VERIFY_MAC" ? "mac" : "client-side-encryption";
}

function subjectOf(
  { partition, known }: Surroundings,
  strategy: PolicySubject["strategy"],
  purposes: readonly KeyPurpose[],
  regions: readonly string[],
): PolicySubject {
  return { partition, strategy, purposes, regions, known };
}

/** The properties that each Region's key has of its own. */
function independent(draw: Draw, subject: PolicySubject, name: string, spec: string, usage: KeyUsage) {
  const facts = awsCatalog.keySpecs.get(spec);
  return {
    ...draw.maybe("description", 2, () => draw.from(anyText)),
    ...draw.maybe("alias", 3, () => `${name}/main_${draw.integer(0, 9)}`),
    ...draw.maybe("aliases", 4, () => [`${name}/second`, `${name}/third`]),
    ...draw.maybe("deletionWindowDays", 3, () => draw.integer(7, 30)),
    ...draw.maybe("policy", 2, () => keyPolicy(draw, subject)),
    ...draw.maybe("grants", 3, () =>
      grants(draw, subject, facts?.grantOperations(usage) ?? [], facts?.isSymmetricEncryption === true),
    ),
    ...draw.maybe("tags", 3, () => draw.from(tags)),
  };
}

/** What differs in some Regions; grants of an override are for its own Region. */
function overrides(draw: Draw, subject: PolicySubject, name: string, spec: string, usage: KeyUsage) {
  const entries = draw.some(subject.regions, 1).map((region) => {
    const own = { ...subject, regions: [region] };
    const settings = independent(draw, own, `${name}-${region}`, spec, usage);
    // Over a policy that is closed, one that names nobody would lock everyone out.
    const policy = { accountRoot: true, ...keyPolicy(draw, subject) };
    return [
      region,
      draw.chance(6) ? null : { ...settings, ...(settings.policy === undefined ? {} : { policy }) },
    ];
  });
  return Object.fromEntries(entries) as Record<string, unknown>;
}
