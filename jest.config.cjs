"use strict";

const swc = {
  jsc: { parser: { syntax: "typescript" }, target: "es2022" },
  module: { type: "commonjs" },
};

/** The tests that need Node only. The Terraform and emulator suites have their own commands. */
module.exports = {
  testMatch: ["<rootDir>/test/{unit,scenarios,cli,guards}/**/*.test.ts"],
  transform: {
    "\\.ts$": ["@swc/jest", swc],
    "\\.hbs$": "<rootDir>/scripts/compile-template.cjs",
    "\\.css$": "<rootDir>/scripts/text-module.cjs",
  },
  testEnvironment: "node",
  // Nothing else is to be done meanwhile; jest would leave one of two processors alone.
  maxWorkers: "100%",
  randomize: true,
  // A test that loads a command first has it compiled, which takes a busy machine longer than jest would wait.
  testTimeout: 60_000,
  // The bindings and cdktf are compiled JavaScript.
  transformIgnorePatterns: ["/node_modules/"],
};
