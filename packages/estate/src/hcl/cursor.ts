const NAME_START = /[\p{ID_Start}_]/u;
const NAME_PART = /[\p{ID_Continue}-]/u;

/** A position in a text that only ever moves forward: what keeps parsing linear. */
export class Cursor {
  /** The index of the next character. */
  position = 0;

  constructor(readonly text: string) {}

  /** Whether nothing is left to read. */
  get atEnd(): boolean {
    return this.position >= this.text.length;
  }

  /** The character at the position plus an offset; empty past the end. */
  peek(offset = 0): string {
    return this.text.charAt(this.position + offset);
  }

  /** Whether a text comes next. */
  startsWith(expected: string): boolean {
    return this.text.startsWith(expected, this.position);
  }

  /** Moves past a text if it comes next. */
  take(expected: string): boolean {
    if (!this.startsWith(expected)) return false;
    this.position += expected.length;
    return true;
  }

  /** Moves past white space. */
  skipSpace(): void {
    while (!this.atEnd && this.text.charCodeAt(this.position) <= 0x20) this.position += 1;
  }

  /** Whether an identifier begins at the position plus an offset. */
  atName(offset = 0): boolean {
    return NAME_START.test(this.character(this.position + offset));
  }

  /** Whether a digit stands at the position plus an offset. */
  atDigit(offset = 0): boolean {
    const character = this.peek(offset);
    return character >= '0' && character <= '9';
  }

  /** Reads an HCL identifier, dashes included; empty when none comes next. */
  takeName(): string {
    const start = this.position;
    if (!this.atName()) return '';
    while (!this.atEnd) {
      const character = this.character(this.position);
      if (!NAME_PART.test(character)) break;
      this.position += character.length;
    }
    return this.text.slice(start, this.position);
  }

  /** Reads digits; empty when none come next. */
  takeDigits(): string {
    const start = this.position;
    while (this.atDigit()) this.position += 1;
    return this.text.slice(start, this.position);
  }

  /** Gives up: nothing more is read. */
  finish(): void {
    this.position = this.text.length;
  }

  /** A whole code point, so that names outside the basic plane are not cut in two. */
  private character(index: number): string {
    const code = this.text.codePointAt(index);
    return code === undefined ? '' : String.fromCodePoint(code);
  }
}
