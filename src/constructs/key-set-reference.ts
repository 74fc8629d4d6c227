import type { IConstruct } from "../cdktf/bindings";

/** A key set, where an option names one. */
export interface IKeySet extends IConstruct {
  /** Its name among the key sets of the deployment. */
  readonly keySetName: string;
}
