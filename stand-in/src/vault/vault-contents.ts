import { type JsonObject } from '../arm/json';

/** What lies in a vault: objects by their name in lower case. */
export interface VaultContents {
  readonly keys: Map<string, JsonObject>;
  readonly certificates: Map<string, JsonObject>;
}
