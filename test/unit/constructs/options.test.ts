import { printOptionTypes } from "../../../scripts/option-types";
import type { RegionName } from "../../../src/base/names";
import type { DatabaseConfig, DeploymentStackConfig, IKeySet, KeySetConfig } from "../../../src/constructs";
import type { DatabaseSpec } from "../../../src/spec/schema/database";
import type { DeploymentSpec } from "../../../src/spec/schema/deployment";
import type { KeySetSpec } from "../../../src/spec/schema/key-set";
import { readText } from "../../support/repository";

test("the option types are those that the schema gives; `npm run schema` writes them", () => {
  expect(readText("src/constructs/options.ts")).toBe(printOptionTypes());
});

/** A type of the compiler as users see it: without brands, read-only, key sets as constructs. */
type Public<T> = T extends RegionName
  ? string
  : T extends readonly (infer E)[]
    ? readonly Public<E>[]
    : T extends object
      ? { readonly [K in keyof T]: K extends "key" | "secretKey" | "logKey" ? KeySetsOf<T[K]> : Public<T[K]> }
      : T;
type KeySetsOf<T> = T extends string ? IKeySet : T;

type IsSame<A, B> = [A] extends [B] ? ([B] extends [A] ? true : false) : false;

test("the option types are those that the compiler works with", () => {
  // That this compiles is the test.
  const isSame: readonly true[] = [
    true satisfies IsSame<KeySetConfig, Public<KeySetSpec>>,
    true satisfies IsSame<DatabaseConfig, Public<Omit<DatabaseSpec, "topology">>>,
    true satisfies IsSame<
      DeploymentStackConfig,
      Public<Omit<DeploymentSpec, "apiVersion" | "name" | "keys" | "databases">>
    >,
  ];
  expect(isSame).not.toContain(false);
});
