export type { Estate, EstateResource, JsonObject, JsonValue, PathIndex, Unknown } from './estate';
export { EstateError } from './estate-error';
export { readEstate } from './read-estate';
export { SENSITIVE } from './values/sensitive';
export { isUnknown, UNKNOWN } from './values/unknown';
