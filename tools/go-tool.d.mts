/** A tool that Go builds. */
export interface GoTool {
  /** File name of the tool. */
  readonly name: string;
  /** Go package of its main function. */
  readonly package: string;
  /** Folder with go.mod and go.sum. */
  readonly directory: string;
  /** Further flags of `go build`. */
  readonly flags?: readonly string[];
}

/**
 * Builds the Go tool that a go.mod pins, once, and keeps it outside the checkout. The cache is keyed by the digest of
 * go.sum and of the flags, so another version is another file. Returns the path of the tool.
 */
export function goTool(tool: GoTool): Promise<string>;
