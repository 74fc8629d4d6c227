import type { RawRecord, ResourceBlock } from "./configuration";

/**
 * The resources that a block makes. Without `count` and `for_each` it is one; with `count` as many as are counted, of
 * which Terraform takes the first for the one that stood without; with `for_each` others, none of which it takes for it.
 * How many an expression counts is not known before it runs: what it says is then compared like an argument.
 */
export function resourcesOf(block: ResourceBlock, { count, for_each: keys }: RawRecord): ResourceBlock[] {
  if (typeof count === "number") {
    return Array.from({ length: count }, (_, index) => ({
      ...block,
      address: instanceAddress(block.address, index),
    }));
  }
  if (keys !== undefined)
    return [
      {
        ...block,
        address: `${block.address}[each.key]`,
        arguments: { ...block.arguments, for_each: keys },
      },
    ];
  return [count === undefined ? block : { ...block, arguments: { ...block.arguments, count } }];
}

/** The address of one of those that are counted: the first has that of the block. */
export function instanceAddress(address: string, index: number): string {
  return index === 0 ? address : `${address}[${index}]`;
}
