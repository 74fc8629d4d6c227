"use strict";

/*
 * Keeps the code of a built command once it has run, so that what an emit needs is among it:
 * node scripts/keep-code.cjs <dist> <arguments of the command…>
 */

const fs = require("node:fs");
const path = require("node:path");

const [, self, dist, ...args] = process.argv;
const { compileCommand, runCommand, KEPT } = require(path.join(dist, "cli.js"));

process.argv = [process.argv[0], self, ...args];
const script = compileCommand(undefined);
process.on("exit", () => fs.writeFileSync(KEPT, script.createCachedData()));
runCommand(script);
