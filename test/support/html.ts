import { defaultTreeAdapter as tree, parse, type DefaultTreeAdapterTypes } from "parse5";

/** An element of a page as a browser would build it. */
export type PageElement = DefaultTreeAdapterTypes.Element;

/** Every element of a page, in the order of the text, as the HTML standard has a browser parse it. */
export function elementsOf(page: string): PageElement[] {
  const found: PageElement[] = [];
  const visit = (node: DefaultTreeAdapterTypes.ChildNode | DefaultTreeAdapterTypes.Document): void => {
    if (tree.isElementNode(node)) found.push(node);
    if ("childNodes" in node) for (const child of node.childNodes) visit(child);
  };
  visit(parse(page));
  return found;
}

/** The text of an element and all in it. */
export function textOf(element: DefaultTreeAdapterTypes.ParentNode): string {
  return element.childNodes
    .map((child) => (tree.isTextNode(child) ? child.value : "childNodes" in child ? textOf(child) : ""))
    .join("");
}

/** An attribute of an element. */
export function attribute({ attrs }: PageElement, name: string): string | undefined {
  return attrs.find((one) => one.name === name)?.value;
}

/** Elements that have a class. */
export function withClass(elements: readonly PageElement[], name: string): PageElement[] {
  return elements.filter((element) => attribute(element, "class")?.split(" ").includes(name));
}
