import { reference, toExpression, type Value } from "../terraform/expression";
import type { Body } from "../terraform/block";
import { toSnakeCase } from "../terraform/names";
import type {
  Backend,
  InputVariable,
  Lifecycle,
  MovedAddress,
  OutputValue,
  ProviderConfiguration,
  ResourceElement,
  TerraformProgram,
} from "../terraform/program";
import { aliasOf, placementOf, type Placement } from "../terraform/placement";
import { skipMarks } from "./skip-marks";
import { attribute, nestedBlock, type HclBlock, type HclItem } from "./document";

/** The `terraform` block. */
export function terraformBlock({ requiredVersion, requiredProviders, backend }: TerraformProgram): HclBlock {
  const providers = requiredProviders.map(({ name, source, version }) =>
    attribute(name, toExpression({ source, version })),
  );
  return {
    keyword: "terraform",
    labels: [],
    items: [
      attribute("required_version", toExpression(requiredVersion)),
      nestedBlock("required_providers", providers),
      ...backendItems(backend),
    ],
  };
}

function backendItems(backend: Backend): HclItem[] {
  if (backend.kind === "none") return [];
  return [
    { kind: "block", block: { keyword: "backend", labels: [backend.type], items: bodyItems(backend.body) } },
  ];
}

/** A `provider` block; `alias` stands first. */
export function providerBlock(
  { name, region, body }: ProviderConfiguration,
  program: TerraformProgram,
): HclBlock {
  const alias = aliasOf(region, program);
  const items = alias === undefined ? [] : [attribute("alias", toExpression(alias))];
  return { keyword: "provider", labels: [name], items: [...items, ...bodyItems(body)] };
}

/** A resource or data source: placement, arguments, nested blocks, lifecycle, depends_on. */
export function elementBlock(element: ResourceElement, program: TerraformProgram): HclBlock {
  const { kind, type, name, body, lifecycle, dependsOn, comment } = element;
  const items = [
    ...placementItems(placementOf(element, program)),
    ...bodyItems(body),
    ...lifecycleItems(lifecycle),
  ];
  if (dependsOn.length > 0)
    items.push(attribute("depends_on", toExpression(dependsOn.map(elementReference))));
  return { keyword: kind, labels: [type, name], items, comment, ...skipMarks(element.skippedChecks) };
}

function placementItems(placement: Placement): HclItem[] {
  switch (placement.kind) {
    case "none":
      return [];
    case "alias":
      return [attribute("provider", reference(placement.provider, placement.alias))];
    case "provider":
      return [attribute("provider", reference(placement.provider))];
    case "argument":
      return [attribute("region", toExpression(placement.region))];
  }
}

function elementReference({ kind, type, name }: ResourceElement): Value {
  return kind === "data" ? reference("data", type, name) : reference(type, name);
}

function bodyItems(body: Body): HclItem[] {
  // Arguments first, then blocks: https://developer.hashicorp.com/terraform/language/style#code-formatting
  const items: HclItem[] = [];
  const blocks: HclItem[] = [];
  for (const item of body) {
    const name = toSnakeCase(item.name);
    if (item.kind === "argument") items.push(attribute(name, item.value));
    else blocks.push(...item.bodies.map((inner) => nestedBlock(name, bodyItems(inner))));
  }
  return [...items, ...blocks];
}

function lifecycleItems({ preventDestroy, createBeforeDestroy, ignoreChanges }: Lifecycle): HclItem[] {
  const items: HclItem[] = [];
  if (createBeforeDestroy === true) items.push(attribute("create_before_destroy", toExpression(true)));
  if (preventDestroy === true) items.push(attribute("prevent_destroy", toExpression(true)));
  if (ignoreChanges !== undefined && ignoreChanges.length > 0) {
    items.push(attribute("ignore_changes", toExpression(ignoreChanges.map((name) => reference(name)))));
  }
  return items.length === 0 ? [] : [nestedBlock("lifecycle", items)];
}

/** A `moved` block. */
export function movedBlock({ from, to, comment }: MovedAddress): HclBlock {
  const address = (text: string) => reference(...text.split("."));
  return {
    keyword: "moved",
    labels: [],
    items: [attribute("from", address(from)), attribute("to", address(to))],
    comment,
  };
}

/** A `variable` block. */
export function variableBlock(variable: InputVariable): HclBlock {
  const { name, description, type, sensitive, ephemeral, validations } = variable;
  const items: HclItem[] = [
    attribute("description", toExpression(description)),
    attribute("type", reference(type)),
  ];
  if (variable.default !== undefined) items.push(attribute("default", toExpression(variable.default)));
  if (sensitive === true) items.push(attribute("sensitive", toExpression(true)));
  if (ephemeral === true) items.push(attribute("ephemeral", toExpression(true)));
  for (const { condition, errorMessage } of validations) {
    items.push(
      nestedBlock("validation", [
        attribute("condition", condition),
        attribute("error_message", toExpression(errorMessage)),
      ]),
    );
  }
  return { keyword: "variable", labels: [name], items };
}

/** An `output` block. */
export function outputBlock({ name, description, value }: OutputValue): HclBlock {
  return {
    keyword: "output",
    labels: [name],
    items: [attribute("description", toExpression(description)), attribute("value", value)],
  };
}
