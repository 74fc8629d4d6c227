// Prints how many tests of a report of jest passed and failed: `<passed> <failed>`.
import { readFileSync } from "node:fs";

const report = JSON.parse(readFileSync(process.argv[2], "utf8"));
// A file that does not load has no tests to count, and is itself a failure.
const failed = report.numFailedTests + report.numRuntimeErrorTestSuites;
console.log(`${report.numPassedTests} ${failed}`);
