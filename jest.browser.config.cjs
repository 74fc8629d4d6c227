"use strict";

const base = require("./jest.config.cjs");

/** The page of a review in Chromium: `npm run test:browser`. */
module.exports = {
  ...base,
  testMatch: ["<rootDir>/test/browser/**/*.test.ts"],
  // Pages wait for their turn on a busy machine.
  testTimeout: 120_000,
  maxWorkers: 1,
};
