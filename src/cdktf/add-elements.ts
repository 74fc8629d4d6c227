import { mustGet } from "../base/invariant";
import { addressOf, type Lifecycle, type ResourceElement, type TerraformProgram } from "../terraform/program";
import { TerraformOutput, TerraformVariable, type TerraformProvider, type TerraformStack } from "./bindings";
import { toConfig, toToken } from "./expression-to-token";
import { elementClasses, providerClasses } from "./resource-classes";

/** Adds everything of a program to a stack, at the addresses that the plain files have. */
export function addElements(stack: TerraformStack, program: TerraformProgram): void {
  const providers = addProviders(stack, program);
  for (const { elements } of program.sections) {
    for (const element of elements) addElement(stack, element, providers);
  }
  addVariables(stack, program);
  addOutputs(stack, program);
}

function addProviders(
  stack: TerraformStack,
  program: TerraformProgram,
): ReadonlyMap<string, TerraformProvider> {
  return new Map(
    program.providers.map(({ name, placement, body }) => {
      const alias = placement.kind === "alias" ? { alias: placement.alias } : {};
      const id = placement.kind === "alias" ? `${name}.${placement.alias}` : name;
      const Provider = mustGet(providerClasses, name);
      return [id, new Provider(stack, `provider.${id}`, { ...alias, ...toConfig(body) } as never)];
    }),
  );
}

function addElement(
  stack: TerraformStack,
  element: ResourceElement,
  providers: ReadonlyMap<string, TerraformProvider>,
): void {
  const { kind, type, name, placement, body, lifecycle, dependsOn } = element;
  const Class = mustGet(elementClasses, kind === "data" ? `data.${type}` : type);
  const provider = type.slice(0, type.indexOf("_"));
  const config = {
    ...toConfig(body),
    ...(placement.kind === "alias" ? { provider: mustGet(providers, `${provider}.${placement.alias}`) } : {}),
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
      ...(rest.default === undefined ? {} : { default: rest.default }),
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
