import { parse, stringify } from "yaml";
import { compile } from "../../src/compile";
import { expectDiagnostics } from "../support/expect-diagnostics";
import { exampleSpecs } from "../support/specs";

test("a spec with mistakes of shape, of a rule and of the provider has all three reported, sorted, in one run", () => {
  const { deployment } = expectDiagnostics(
    `
apiVersion: keyspan/v1
name: orders
provider:
  name: aws
  tags: { «"aws:owner"»: payments }
primaryRegion: us-east-1
regions: [us-east-1, eu-west-1]
keys:
  storage:
    strategy: single-region
    regions: [us-east-1, «eu-west-2»]
    «deletion_window_days»: 14
`,
    ["tags/reserved-prefix", "keys/region-not-in-deployment", "spec/unknown-field"],
  );
  expect(deployment).toBeUndefined();
});

test("a key set that is set aside leaves the database that names it without a finding", () => {
  expectDiagnostics(
    `
apiVersion: keyspan/v1
name: orders
provider: { name: aws }
primaryRegion: us-east-1
regions:
  us-east-1: { subnetGroupName: private-databases }
  eu-west-1: { subnetGroupName: private-databases }
keys:
  storage:
    strategy: «customer-managed»
databases:
  ledger:
    engine: aurora-postgresql
    engineVersion: "16.6"
    topology: global-database
    key: storage
    instances: { class: db.r6g.large, count: «-1» }
`,
    ["spec/unknown-value", "spec/too-small"],
  );
});

test("a spec without a name is judged nevertheless", () => {
  expectDiagnostics(
    `«»# no name
apiVersion: keyspan/v1
provider: { name: aws }
primaryRegion: us-east-1
regions: [us-east-1, «us-east-1»]
keys:
  storage: { strategy: single-region }
`,
    ["spec/missing-field", "regions/duplicate"],
  );
});

test("without primaryRegion nothing is said that depends on it", () => {
  expectDiagnostics(
    `«apiVersion»: keyspan/v1
name: orders
provider: { name: aws }
regions: [eu-west-1, us-east-1]
keys:
  tokens:
    strategy: multi-region
    purpose: [client-side-encryption]
    regions: [us-east-1]
`,
    ["spec/missing-field"],
  );
});

test("warnings are held back while the list of those that are accepted cannot be read", () => {
  expectDiagnostics(
    `
apiVersion: keyspan/v1
name: orders
provider: { name: aws }
primaryRegion: us-east-1
regions: [us-east-1, eu-south-1]
keys:
  storage: { strategy: single-region }
accept:
  - «code: regions/opt-in»
`,
    ["spec/missing-field"],
  );
});

test("an accepted warning is not called unused while an error may keep it from showing", () => {
  expectDiagnostics(
    `
apiVersion: keyspan/v1
name: orders
provider: { name: aws }
primaryRegion: us-east-1
regions: [us-east-1, «eu-soth-1»]
keys:
  storage: { strategy: single-region }
accept:
  - code: regions/opt-in
    reason: the Region is enabled in all our accounts
`,
    ["regions/unknown"],
  );
});

test("a warning leaves the deployment compiled", () => {
  const { deployment } = expectDiagnostics(
    `
apiVersion: keyspan/v1
name: orders
provider: { name: aws }
primaryRegion: us-east-1
regions: [us-east-1, «eu-south-1»]
keys:
  storage: { strategy: single-region }
`,
    ["regions/opt-in"],
  );
  expect(deployment).toBeDefined();
});

test("a key set that encrypts nothing but logs needs no operator", () => {
  expectDiagnostics(
    `
apiVersion: keyspan/v1
name: orders
provider: { name: aws }
primaryRegion: us-east-1
regions:
  us-east-1: { subnetGroupName: private-databases }
  eu-west-1: { subnetGroupName: private-databases }
keys:
  storage: { strategy: single-region }
  audit:
    strategy: single-region
    purpose: [logs]
    policy:
      accountRoot: false
      administrators: ["arn:aws:iam::111122223333:role/KeyAdmin"]
databases:
  ledger:
    engine: aurora-postgresql
    engineVersion: "16.6"
    topology: global-database
    key: storage
    instances: { class: db.r6g.large }
    monitoring: { logKey: audit }
`,
    [],
  );
});

type Data = Record<string | number, unknown>;

/** Every place of a document: the map or list it stands in, and its name there. */
function placesIn(data: unknown, path: readonly (string | number)[] = []): (readonly (string | number)[])[] {
  if (data === null || typeof data !== "object") return [];
  const names = Array.isArray(data) ? data.keys() : Object.keys(data);
  return [...names].flatMap((name) => [[...path, name], ...placesIn((data as Data)[name], [...path, name])]);
}

/** The codes that a document has once `change` has been made at a place. */
function codesAfter(
  text: string,
  path: readonly (string | number)[],
  change: (parent: Data, name: string | number) => void,
): string[] {
  const data = parse(text) as Data;
  const parent = path.slice(0, -1).reduce((at, step) => at[step] as Data, data);
  change(parent, path.at(-1) ?? "");
  return compile({ name: "spec.yaml", text: stringify(data) }).diagnostics.map(({ code }) => code);
}

describe.each(exampleSpecs().map(({ file, text }) => [file, text] as const))("in %s", (_, text) => {
  const places = placesIn(parse(text));

  test("a value of the wrong type, wherever it stands, is the only finding", () => {
    const wrong = places.flatMap((path) => {
      const codes = codesAfter(text, path, (parent, name) => {
        parent[name] = typeof parent[name] === "object" ? 17 : { unlikely: 17 };
      });
      return codes.length === 1 && codes[0]?.startsWith("spec/") === true ? [] : [{ path, codes }];
    });
    expect(wrong).toEqual([]);
  });

  test("a misspelt field, wherever it stands, is the only finding", () => {
    const wrong = places.flatMap((path) => {
      const codes = codesAfter(text, path, (parent, name) => {
        if (Array.isArray(parent)) return;
        parent[`${name}z`] = parent[name];
        Reflect.deleteProperty(parent, name);
      });
      return codes.includes("spec/unknown-field") && codes.length > 1 ? [{ path, codes }] : [];
    });
    expect(wrong).toEqual([]);
  });
});
