#!/usr/bin/env node
"use strict";

/*
 * dist/cli.js: runs the command, which stands beside it in command.js, with the code that the build has kept of it.
 * Compiling the command takes longer than most of what it does. Node takes kept code of the same version of itself
 * only, and compiles the command anew where it refuses it: https://nodejs.org/api/vm.html#scriptcreatecacheddata.
 */

const fs = require("node:fs");
const { createRequire } = require("node:module");
const path = require("node:path");
const vm = require("node:vm");

const FILE = path.join(__dirname, "command.js");
const KEPT = path.join(__dirname, "command.cache");

/** The kept code, if there is some. */
function keptCode() {
  try {
    return fs.readFileSync(KEPT);
  } catch {
    return undefined;
  }
}

/** The command as a script, which gives a function; `code` is what was kept of it. The build sees to it that it is ASCII. */
function compileCommand(code) {
  return new vm.Script(fs.readFileSync(FILE, "latin1"), { filename: FILE, cachedData: code });
}

/** Runs the command with the arguments of the process, as Node runs a module. */
function runCommand(script) {
  const module = { exports: {} };
  script.runInThisContext()(module.exports, createRequire(FILE), module, FILE, __dirname);
}

if (require.main === module) runCommand(compileCommand(keptCode()));

module.exports = { compileCommand, runCommand, KEPT };
