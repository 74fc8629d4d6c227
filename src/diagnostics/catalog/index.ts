import type { DiagnosticDefinition } from "../definition";
import { acceptDiagnostics } from "./accept";
import { databaseCapacityDiagnostics } from "./database-capacity";
import { databaseEditionDiagnostics } from "./database-editions";
import { databaseOperationDiagnostics } from "./database-operation";
import { databaseDiagnostics } from "./databases";
import { keyAccessDiagnostics } from "./key-access";
import { keyLocationDiagnostics } from "./key-locations";
import { keyDiagnostics } from "./keys";
import { outputDiagnostics } from "./output";
import { priceDiagnostics } from "./prices";
import { providerDiagnostics } from "./provider";
import { regionDiagnostics } from "./regions";
import { specDiagnostics } from "./spec";
import { templateDiagnostics } from "./templates";
import { terraformDiagnostics } from "./terraform";

/** Every code there is. Codes are permanent: a code may get a better message, never another meaning. */
export const catalog = {
  ...specDiagnostics,
  ...providerDiagnostics,
  ...regionDiagnostics,
  ...terraformDiagnostics,
  ...keyDiagnostics,
  ...keyAccessDiagnostics,
  ...keyLocationDiagnostics,
  ...databaseDiagnostics,
  ...databaseCapacityDiagnostics,
  ...databaseOperationDiagnostics,
  ...databaseEditionDiagnostics,
  ...acceptDiagnostics,
  ...outputDiagnostics,
  ...templateDiagnostics,
  ...priceDiagnostics,
};

/** A code of the catalog. */
export type DiagnosticCode = keyof typeof catalog;

/** The named parameters of a code. */
export type ParametersOf<C extends DiagnosticCode> =
  (typeof catalog)[C] extends DiagnosticDefinition<infer P> ? P : never;

/** Whether a text is a code of the catalog. */
export function isDiagnosticCode(text: string): text is DiagnosticCode {
  return Object.hasOwn(catalog, text);
}
