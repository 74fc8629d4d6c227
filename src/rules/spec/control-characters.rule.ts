import { codePoint } from "../../base/text";
import type { SpecPath } from "../../spec/spec-node";
import { atKey, type Rule } from "../rule";

// Tab and line breaks are text; every other control character, and half a surrogate pair, is an accident.
// eslint-disable-next-line no-control-regex -- control characters are what this finds
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]|\p{Surrogate}/u;

/** Text must be printable: control characters would reach state files, policies and terminals. */
export const controlCharactersRule: Rule = ({ spec, report }) => {
  const visit = (value: unknown, path: SpecPath): void => {
    if (typeof value === "string") {
      const found = CONTROL.exec(value);
      if (found) report("spec/text-with-control-character", { character: codePoint(found[0]) }, path);
    } else if (value !== null && typeof value === "object") {
      const isList = Array.isArray(value);
      for (const [key, item] of Object.entries(value)) {
        const at = [...path, isList ? Number(key) : key];
        const found = CONTROL.exec(key);
        if (found) report("spec/text-with-control-character", { character: codePoint(found[0]) }, atKey(at));
        visit(item, at);
      }
    }
  };
  visit(spec, []);
};
