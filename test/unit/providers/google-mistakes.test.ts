import { acceptedSpecs, compileAccepted, exampleSpecs } from "../../support/specs";
import type { Body } from "../../../src/terraform/block";
import { printInline } from "../../../src/terraform/print-expression";
import type { ResourceElement } from "../../../src/terraform/program";

/*
 * Frequent mistakes that no spec can be written for, because what is lowered rules them out: held for every spec for
 * Google Cloud of the repository that leaves the protections on.
 */

const specs = [...exampleSpecs(), ...acceptedSpecs()]
  .filter(({ text }) => /\bname: google\b/.test(text))
  // What a spec switches off itself is no mistake of ours.
  .filter(({ text }) => !/\b(protect|deletionProtection): false\b/.test(text));

const all = specs.flatMap((spec) =>
  compileAccepted(spec).programs.flatMap(({ sections }) =>
    sections.flatMap(({ elements }) => elements.map((element) => ({ file: spec.file, element }))),
  ),
);

function ofType(...types: readonly string[]) {
  return all.filter(({ element }) => types.includes(element.type)).map(({ element }) => element);
}

function find(body: Body, path: readonly string[]): string | undefined {
  const [name, ...rest] = path;
  for (const item of body) {
    if (item.name !== name) continue;
    if (item.kind === "argument") return printInline(item.value);
    return item.bodies.map((inner) => find(inner, rest)).find((value) => value !== undefined);
  }
  return undefined;
}

const INSTANCES = ofType("google_sql_database_instance");
const CLUSTERS = ofType("google_alloydb_cluster");
const keyOf = (element: ResourceElement) =>
  find(element.body, ["encryptionKeyName"]) ?? find(element.body, ["encryptionConfig", "kmsKeyName"]);

test("there is something of everything", () => {
  expect(INSTANCES.length).toBeGreaterThan(1);
  expect(CLUSTERS.length).toBeGreaterThan(1);
});

test("whatever is encrypted with a key that is created here waits until the service agent may use it", () => {
  const waiting = [...INSTANCES, ...CLUSTERS].filter((one) => keyOf(one)?.includes("google_kms_crypto_key"));
  expect(waiting.length).toBeGreaterThan(0);
  for (const { name, dependsOn } of waiting)
    expect([name, dependsOn.map(({ type }) => type)]).toEqual([
      name,
      expect.arrayContaining(["google_kms_crypto_key_iam_member"]),
    ]);
});

test("nothing that holds data, and no key, can be destroyed by accident", () => {
  const kept = [...INSTANCES, ...CLUSTERS, ...ofType("google_kms_crypto_key", "google_kms_key_ring")];
  const inside = ofType("google_sql_database", "google_sql_user");
  for (const { kind, name, lifecycle } of [...kept, ...inside])
    if (kind === "resource") expect([name, lifecycle.preventDestroy]).toEqual([name, true]);
});

test("a switchover outside Terraform leaves nothing for it to undo", () => {
  const members = CLUSTERS.filter(({ lifecycle }) => lifecycle.ignoreChanges?.includes("cluster_type"));
  const secondaries = CLUSTERS.filter((one) => find(one.body, ["clusterType"]) === '"SECONDARY"');
  expect(members.length).toBeGreaterThan(secondaries.length);
  for (const secondary of secondaries) {
    expect(secondary.lifecycle.ignoreChanges).toEqual(["cluster_type", "secondary_config"]);
    expect(find(secondary.body, ["deletionPolicy"])).toBe('"FORCE"');
    // What is read from the state of another stack was applied before.
    const primary = find(secondary.body, ["secondaryConfig", "primaryClusterName"]) ?? "";
    if (primary.startsWith("data.terraform_remote_state.")) continue;
    expect(secondary.dependsOn.map(({ type }) => type)).toContain("google_alloydb_instance");
  }
  const replicas = INSTANCES.filter((one) => find(one.body, ["masterInstanceName"]) !== undefined);
  expect(replicas.length).toBeGreaterThan(0);
  for (const replica of replicas)
    expect(replica.lifecycle.ignoreChanges).toEqual(
      expect.arrayContaining(["master_instance_name", "encryption_key_name", "instance_type"]),
    );
});

test("no instance has an address on the internet", () => {
  for (const { name, body } of INSTANCES)
    expect([name, find(body, ["settings", "ipConfiguration", "ipv4Enabled"])]).toEqual([name, "false"]);
});

test("an instance is protected by Terraform and by Google, and says its edition", () => {
  for (const { name, body } of INSTANCES) {
    const protections = [["deletionProtection"], ["settings", "deletionProtectionEnabled"]].map((path) =>
      find(body, path),
    );
    expect([name, protections]).toEqual([name, ["true", "true"]]);
    expect(find(body, ["settings", "edition"])).toBeDefined();
  }
});

test("no resource is a version of a key, and nobody is let in beside others", () => {
  const types = new Set(all.map(({ element }) => element.type));
  for (const type of ["google_kms_crypto_key_version", "google_kms_crypto_key_iam_policy"])
    expect([type, types.has(type)]).toEqual([type, false]);
  expect([...types].filter((type) => type.endsWith("_iam_binding"))).toEqual([]);
});
