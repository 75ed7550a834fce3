/** A file that cloud-init writes on a machine. */
export interface GuestFile {
  /** Absolute path. */
  readonly path: string;
  /** All of its content, text. */
  readonly content: string;
  /** Mode in octal, such as `0644`. Its owner is root. */
  readonly permissions: string;
}
