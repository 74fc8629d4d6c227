import { sortedBy } from "../../../../base/ordering";
import { call, operation, type Expression } from "../../../../terraform/expression";
import { addressOf, type ResourceElement } from "../../../../terraform/program";
import { arnAttributeOf, namesRegion } from "./mock-values";
import type { TestSubject } from "./subject";
import { attributeOf, type Assertion } from "../../../common/companions/test-block";

/** Each Region's resources are created in that Region: by its provider, or by their own argument. */
export function checkPlaces(subject: TestSubject): readonly Assertion[] {
  return subject.plan.regions.flatMap(({ name: region }): Assertion[] => {
    const here = [...subject.own.values()].filter(
      (element) => element.kind === "resource" && element.region === region,
    );
    const conditions = sortedBy(here, addressOf).flatMap(
      (element) => isInRegion(subject, element, region) ?? [],
    );
    if (conditions.length === 0) return [];
    return [{ conditions, message: `A resource of ${region} is created in another Region.` }];
  });
}

function isInRegion(
  { program }: TestSubject,
  element: ResourceElement,
  region: string,
): Expression<boolean> | undefined {
  if (program.placementStyle === "argument") {
    return operation(attributeOf(element, "region"), "==", region);
  }
  const attribute = arnAttributeOf(element.type);
  if (attribute === undefined || !namesRegion(element.type)) return undefined;
  return call<boolean>("strcontains", attributeOf(element, attribute), `:${region}:`);
}
