export * from "./compiler";
export * from "./constructs/index";
