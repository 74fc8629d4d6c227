"use strict";
/*
 * Compiles Handlebars templates when they are imported: for esbuild (scripts/build.mjs) and for Jest, of
 * which this file is a transformer. Defaults of Handlebars would corrupt HCL: quotes would become entities,
 * a missing name would print nothing, a partial would be indented.
 */
const Handlebars = require("handlebars");

const OPTIONS = { noEscape: true, strict: true, preventIndent: true, knownHelpersOnly: true };

/** The template as source of a function for `handlebars/runtime`. */
function compileTemplate(text) {
  return String(Handlebars.precompile(text, OPTIONS));
}

module.exports = {
  compileTemplate,
  process: (text) => ({ code: `exports.template = ${compileTemplate(text)};` }),
};
