import { parse, stringify } from "yaml";
import { exampleSpecs, type NamedSpec } from "../../support/specs";
import { actionsOf, codesOf, resourceOf, reviewSpecs } from "../../support/reviews";

interface Written {
  readonly strategy?: string;
  renamedFrom?: unknown;
}
type Part = "keys" | "databases";

/** The spec with another name for every key set and database; `told` says whether it says so. */
function renamed({ text }: NamedSpec, told = true): string {
  const spec = parse(text, { merge: true }) as Record<Part, Record<string, Written> | undefined>;
  for (const part of ["keys", "databases"] as const) {
    const entries = Object.entries(spec[part] ?? {}).map(([name, one]): [string, Written] => {
      const isCreated = part === "databases" || /^(single|multi)-region$/.test(one.strategy ?? "");
      return [`new-${name}`, told && isCreated ? { ...one, renamedFrom: name } : one];
    });
    spec[part] = Object.fromEntries(entries);
  }
  const keyField = (key: unknown, value: unknown) =>
    /^(key|secretKey|logKey)$/.test(String(key)) && typeof value === "string" ? `new-${value}` : value;
  return stringify(spec, keyField);
}

test.each(exampleSpecs())("renaming everything in $file moves it and changes nothing", async (spec) => {
  const { resources } = await reviewSpecs(spec.text, renamed(spec));
  expect(resources.length).toBeGreaterThan(0);
  const others = resources.filter(({ change, action }) => change !== "moved" || action !== "none");
  expect(others.map(({ address, action }) => `${address}: ${action}`)).toEqual([]);
});

const base = exampleSpecs().find(({ file }) => file.endsWith("aurora-global-per-region-keys.yaml"));
const text = base?.text ?? "";
const rename = (renamedFrom: string) =>
  text.replace("  storage:\n", `  vault:\n    ${renamedFrom}\n`).replaceAll("key: storage", "key: vault");

test("a rename that is not told destroys, and the review says what to write", async () => {
  const review = await reviewSpecs(text, rename("tags: {}"));
  expect(actionsOf(review)["aws_kms_key.storage_us_east_1"]).toBe("destroy");
  for (const type of ["aws_kms_key", "aws_kms_alias"])
    expect(codesOf(review, `${type}.storage_us_east_1`)).toContain("looks-renamed");
});

test("a rename of a database that is not told is one for every part of it", async () => {
  const { resources } = await reviewSpecs(text, text.replace("  ledger:\n", "  books:\n"));
  const silent = resources.filter(({ findings }) => findings.every(({ code }) => code !== "looks-renamed"));
  expect(silent.map(({ address }) => address)).toEqual([]);
});

test("a second rename is a chain, which moves whatever name the state knows", async () => {
  const twice = rename("renamedFrom: [storage, data]");
  const once = text
    .replace("  storage:\n", "  data:\n    renamedFrom: storage\n")
    .replaceAll("key: storage", "key: data");
  for (const former of [text, once]) {
    const review = await reviewSpecs(former, twice);
    expect(new Set(Object.values(actionsOf(review)))).toEqual(new Set(["none"]));
  }
});

test("a name that is taken again is no circle", async () => {
  const back = text.replace("  storage:\n", "  storage:\n    renamedFrom: [storage, vault]\n");
  const review = await reviewSpecs(rename("renamedFrom: storage"), back);
  expect(resourceOf(review, "aws_kms_key.storage_us_east_1").formerAddress).toBe(
    "aws_kms_key.vault_us_east_1",
  );
  expect(new Set(Object.values(actionsOf(review)))).toEqual(new Set(["none"]));
});

test("a rename with another strategy moves the key and says that it is replaced", async () => {
  const review = await reviewSpecs(
    text,
    rename("renamedFrom: storage").replace("strategy: single-region", "strategy: multi-region"),
  );
  const key = resourceOf(review, "aws_kms_key.vault_us_east_1");
  expect(key).toMatchObject({
    formerAddress: "aws_kms_key.storage_us_east_1",
    action: "replace",
    forcedBy: ["multi_region"],
    losesData: true,
  });
});

test("a former name that is taken out again would rename what stands", async () => {
  const review = await reviewSpecs(rename("renamedFrom: storage"), rename("tags: {}"));
  expect(actionsOf(review)["aws_kms_alias.vault_us_east_1"]).toBe("replace");
  expect(actionsOf(review)["aws_kms_key.vault_us_east_1"]).toBe("update");
});
