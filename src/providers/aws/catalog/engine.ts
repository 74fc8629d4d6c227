import type { EngineFacts } from "../../../model/provider-catalog";

/** A parameter of a parameter group. `static` parameters take effect after a reboot. */
export interface SafeParameter {
  readonly name: string;
  readonly value: string;
  readonly isStatic?: boolean;
}

/** What the lowering must know of an engine, beside what every provider says of its engines. */
export interface AwsEngine extends EngineFacts {
  /** The family of the cluster parameter group. */
  readonly parameterFamily: (version: string) => string;
  /** TLS forced, audit or query logging on. */
  readonly safeParameters: readonly SafeParameter[];
  /** Parameters that take effect at once; for any other one a reboot is the safe assumption. */
  readonly dynamicParameters: readonly string[];
  /** Length of a master password. */
  readonly passwordLength: { readonly minimum: number; readonly maximum: number; readonly source: string };
}
