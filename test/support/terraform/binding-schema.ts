import * as fs from "node:fs";
import * as path from "node:path";
import { toSnakeCase } from "../../../src/terraform/names";
import { ROOT } from "../repository";
import type { SchemaAttribute, SchemaBlock, SchemaBlockType } from "./provider-schema";

/*
 * The schema of a resource type, as its bindings know it. Their declarations say which arguments there are, of which
 * types, and which of them must be given; the metadata that they synthesize HCL from says what is a block.
 */

/** The texts that are generated for a resource type. */
interface BindingTexts {
  readonly declarations: string;
  readonly code: string;
}

/** Reads the schema of a resource type from `@cdktf/provider-google`. */
export function bindingSchema(library: string, className: string): SchemaBlock {
  const folder = path.join(ROOT, "node_modules/@cdktf/provider-google/lib", library);
  const texts = {
    declarations: fs.readFileSync(path.join(folder, "index.d.ts"), "utf8"),
    code: fs.readFileSync(path.join(folder, "index.js"), "utf8"),
  };
  return blockOf(
    texts,
    `${className}Config`,
    bodyAfter(texts.code, "    synthesizeHclAttributes() {\n", "\n    }\n"),
  );
}

/** An entry of the metadata. */
interface HclAttribute {
  readonly isBlock: boolean;
  readonly storage: string;
  /** The interface of the block. */
  readonly content: string;
}

function blockOf(texts: BindingTexts, interfaceName: string, metadata: string): SchemaBlock {
  const attributes: Record<string, SchemaAttribute> = {};
  const blocks: Record<string, SchemaBlockType> = {};
  for (const { name, isRequired, isList } of argumentsOf(texts, interfaceName)) {
    const known = hclAttributesOf(metadata).get(name);
    if (known === undefined) continue;
    if (known.isBlock)
      blocks[name] = {
        nesting_mode: isList ? "list" : "single",
        min_items: isRequired ? 1 : 0,
        block: nestedBlock(texts, known.content),
      };
    else
      attributes[name] = {
        ...(isRequired ? { required: true } : { optional: true }),
        type: TYPES[known.storage],
      };
  }
  return { attributes, block_types: blocks };
}

/** How Terraform calls the types of the metadata; others are not looked into. */
const TYPES: Readonly<Record<string, unknown>> = {
  string: "string",
  number: "number",
  boolean: "bool",
  stringMap: ["map", "string"],
  stringList: ["list", "string"],
};

function nestedBlock(texts: BindingTexts, content: string): SchemaBlock {
  const convert = `function ${content.charAt(0).toLowerCase()}${content.slice(1)}ToHclTerraform(struct) {\n`;
  return blockOf(texts, content, bodyAfter(texts.code, convert, "\n}\n"));
}

function hclAttributesOf(metadata: string): ReadonlyMap<string, HclAttribute> {
  const entry =
    /(\w+): \{\s+value: (.*),\s+isBlock: (true|false),\s+type: "\w+",\s+storageClassType: "(\w+)",\s+\}/g;
  return new Map(
    [...metadata.matchAll(entry)].map(([, name = "", value = "", isBlock, storage = ""]) => {
      const convert = /(\w+)ToHclTerraform/.exec(value)?.[1] ?? "";
      const content = convert.charAt(0).toUpperCase() + convert.slice(1);
      return [name, { isBlock: isBlock === "true", storage, content }];
    }),
  );
}

function argumentsOf({ declarations }: BindingTexts, interfaceName: string) {
  const body = bodyAfter(
    declarations,
    new RegExp(`export interface ${interfaceName} (extends [\\w.]+ )?\\{\n`),
    "\n}\n",
  );
  return [...body.matchAll(/ {4}readonly (\w+)(\??): ([^\n]*)/g)].map(
    ([, name = "", optional, type = ""]) => ({
      name: toSnakeCase(name),
      isRequired: optional === "",
      isList: type.includes("[]"),
    }),
  );
}

function bodyAfter(text: string, start: string | RegExp, end: string): string {
  const found = typeof start === "string" ? text.indexOf(start) : text.search(start);
  if (found < 0) throw new Error(`the bindings have no ${String(start)}`);
  return text.slice(found, text.indexOf(end, found));
}
