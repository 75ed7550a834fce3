/** The facts as the file below `rego`. */
export function factsFile(): string;

/** The facts as the whole of OPA's data, which a host of the compiled policy sets. */
export function dataFile(): string;
