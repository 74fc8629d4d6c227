import { googleLiveBehaviour } from "../../src/providers/google/live/behaviour";
import { elementsOf } from "../../src/terraform/program-index";
import { bindingArguments } from "../support/binding-arguments";
import { acceptedSpecs, compileAccepted } from "../support/specs";

/*
 * The tables of providers/google/live against the bindings, as there is no binary of the provider at hand: every
 * argument of every type stands in the tables, and nothing else does.
 */

/** Arguments that are newer than the bindings: src/providers/google/resources.ts. */
const NEWER: Readonly<Record<string, readonly string[]>> = {
  google_alloydb_cluster: [
    "deletion_protection",
    "initial_user.password_wo",
    "initial_user.password_wo_version",
  ],
  google_sql_database_instance: [
    "root_password_wo",
    "root_password_wo_version",
    "settings.data_disk_provisioned_iops",
    "settings.data_disk_provisioned_throughput",
    "settings.final_backup_config.enabled",
  ],
};

/** Types of other providers, which have no bindings here. */
const UNBOUND = ["google_project_service_identity", "time_sleep"];

const types = [...googleLiveBehaviour.types];
const bound = types.filter(([type]) => !UNBOUND.includes(type));

test.each(bound)("%s is known by all of its arguments, each in one list", (type, behaviour) => {
  const { replaces, updates, writeOnly = [] } = behaviour;
  const folder = type.replace(/^google_/, "").replaceAll("_", "-");
  const known = [...bindingArguments(folder), ...(NEWER[type] ?? [])];
  expect([...replaces, ...updates, ...writeOnly].sort()).toEqual([...known].sort());
});

test.each(types)("what else the table says of %s is of its arguments or their blocks", (_, behaviour) => {
  const { replaces, updates, writeOnly = [], kept = [], unset = {}, sets = [] } = behaviour;
  const { replacesWhenUnset = [], identity = [], standsIn } = behaviour;
  const all = [...replaces, ...updates, ...writeOnly];
  const said = [...kept, ...Object.keys(unset), ...sets, ...replacesWhenUnset, ...identity];
  const isKnown = (name: string) => all.some((one) => one === name || one.startsWith(`${name}.`));
  expect([...said, ...(standsIn === undefined ? [] : [standsIn])].filter((name) => !isKnown(name))).toEqual(
    [],
  );
});

test("every resource type that is emitted has a table", () => {
  const emitted = acceptedSpecs().flatMap((spec) => {
    const { providerName, programs } = compileAccepted(spec);
    if (providerName !== "google") return [];
    return programs
      .flatMap((program) => elementsOf(program))
      .filter(({ kind }) => kind === "resource")
      .map(({ type }) => type);
  });
  const known = new Set(types.map(([type]) => type));
  expect(emitted.length).toBeGreaterThan(0);
  expect(emitted.filter((type) => !known.has(type))).toEqual([]);
});
