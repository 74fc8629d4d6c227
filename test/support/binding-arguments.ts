import { listFiles, readText } from "./repository";

/*
 * What the bindings of a provider say of a resource type, read from their compiled sources: they hold no value that
 * could be asked for the arguments of a nested block that is not given.
 */

const ENTRY = /\n\s+([a-z_0-9]+): \{\n\s+value: ([^\n]*)/g;
const NESTED = /\b(\w+)ToHclTerraform\b/;

/** Every argument of a resource type, those of nested blocks by the path that leads to them. */
export function bindingArguments(folder: string): readonly string[] {
  const source = listFiles(`node_modules/@cdktf/provider-google/lib/${folder}`)
    .filter((file) => file.endsWith(".js"))
    .map((file) => readText(file))
    .join("\n");
  return argumentsIn(source, "synthesizeHclAttributes()", "").filter(
    (name) => name !== "id" && !name.startsWith("timeouts."),
  );
}

function argumentsIn(source: string, head: string, prefix: string): readonly string[] {
  return [...attributesAfter(source, head).matchAll(ENTRY)].flatMap(([, name = "", value = ""]) => {
    // `cdktf.stringToHclTerraform` writes a value, a function of the module a nested block.
    const nested = NESTED.exec(value.replace(/cdktf\.\w+/g, ""))?.[1];
    return nested === undefined
      ? [`${prefix}${name}`]
      : argumentsIn(source, `function ${nested}ToHclTerraform(`, `${prefix}${name}.`);
  });
}

function attributesAfter(source: string, head: string): string {
  const start = source.indexOf("const attrs = {", source.indexOf(head));
  const rest = source.slice(start);
  return rest.slice(0, rest.search(/\n {4,8}\};/));
}
