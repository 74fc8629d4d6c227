import { mustGet } from "../base/invariant";
import { aliasOf, placementOf } from "../terraform/placement";
import { addressOf, type Lifecycle, type ResourceElement, type TerraformProgram } from "../terraform/program";
import { elementsOf } from "../terraform/program-index";
import { TerraformOutput, TerraformVariable, type TerraformProvider, type TerraformStack } from "./bindings";
import { neverLate, toConfig, toToken, type IsLateValue } from "./expression-to-token";
import { classesOf, type ProviderClasses } from "./resource-classes";

/** Adds everything of a program to a stack, at the addresses that the plain files have. */
export function addElements(
  stack: TerraformStack,
  program: TerraformProgram,
  isLate: IsLateValue = neverLate,
): void {
  const classes = classesOf(program);
  const providers = addProviders(stack, program, classes);
  for (const element of elementsOf(program))
    addElement(stack, element, program, { providers, classes, isLate });
  addVariables(stack, program);
  addOutputs(stack, program);
}

type Providers = ReadonlyMap<string, TerraformProvider>;

/** What an element needs beside its program. */
interface ElementContext {
  readonly providers: Providers;
  readonly classes: ProviderClasses;
  readonly isLate: IsLateValue;
}

function addProviders(stack: TerraformStack, program: TerraformProgram, classes: ProviderClasses): Providers {
  return new Map(
    program.providers.map(({ name, region, body }) => {
      const alias = aliasOf(region, program);
      const id = alias === undefined ? name : `${name}.${alias}`;
      const Provider = mustGet(classes.providers, name);
      const config = { ...(alias === undefined ? {} : { alias }), ...toConfig(body) };
      return [id, new Provider(stack, `provider.${id}`, config as never)];
    }),
  );
}

function addElement(
  stack: TerraformStack,
  element: ResourceElement,
  program: TerraformProgram,
  { providers, classes, isLate }: ElementContext,
): void {
  const { kind, type, name, body, lifecycle, dependsOn } = element;
  const Class = mustGet(classes.elements, kind === "data" ? `data.${type}` : type);
  const placement = placementOf(element, program);
  const config = {
    ...(placement.kind === "provider" ? { provider: mustGet(providers, placement.provider) } : {}),
    ...(placement.kind === "alias"
      ? { provider: mustGet(providers, `${placement.provider}.${placement.alias}`) }
      : {}),
    ...(placement.kind === "argument" ? { region: placement.region } : {}),
    ...toConfig(body, isLate),
    ...toLifecycle(lifecycle),
    ...(dependsOn.length === 0 ? {} : { dependsOn: dependsOn.map((one) => ({ fqn: addressOf(one) })) }),
  };
  const bound = new Class(stack, addressOf(element), config as never);
  bound.overrideLogicalId(name);
}

function toLifecycle({ preventDestroy, createBeforeDestroy, ignoreChanges }: Lifecycle): object {
  const lifecycle = {
    ...(preventDestroy === true ? { preventDestroy } : {}),
    ...(createBeforeDestroy === true ? { createBeforeDestroy } : {}),
    ...(ignoreChanges === undefined || ignoreChanges.length === 0 ? {} : { ignoreChanges }),
  };
  return Object.keys(lifecycle).length === 0 ? {} : { lifecycle };
}

function addVariables(stack: TerraformStack, program: TerraformProgram): void {
  for (const { name, description, type, sensitive, ephemeral, validations, ...rest } of program.variables) {
    const variable = new TerraformVariable(stack, `var.${name}`, {
      description,
      type,
      ...(rest.default === undefined || rest.default === null ? {} : { default: rest.default }),
      ...(sensitive === true ? { sensitive } : {}),
      ...(validations.length === 0
        ? {}
        : {
            validation: validations.map(({ condition, errorMessage }) => ({
              condition: toToken(condition),
              errorMessage,
            })),
          }),
    });
    variable.overrideLogicalId(name);
    // cdktf takes null for "nothing is said".
    if (rest.default === null) variable.addOverride("default", null);
    // cdktf 0.21 is older than ephemeral values.
    if (ephemeral === true) variable.addOverride("ephemeral", true);
  }
}

function addOutputs(stack: TerraformStack, program: TerraformProgram): void {
  for (const { name, description, value } of program.outputs) {
    const output = new TerraformOutput(stack, `output.${name}`, { description, value: toToken(value) });
    output.overrideLogicalId(name);
  }
}
