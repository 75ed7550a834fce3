import { type ProviderError, splitAddress } from './provider-error';

/** What cdktf printed of one stack. */
export interface StackLog {
  readonly name: string;
  /** Times of the first line about a resource, and of the last line, in milliseconds. cdktf prepares all stacks at once. */
  readonly start: number;
  readonly end: number;
  /** Terraform's lines. */
  readonly lines: readonly string[];
  /** Addresses of the resources that have been created, changed or destroyed. */
  readonly done: readonly string[];
}

interface Log extends StackLog {
  hasBegun: boolean;
  start: number;
  end: number;
  readonly lines: string[];
  readonly done: string[];
}

const statusLine = /^\d+ Stacks? (deploying|destroying)\b/;

const beginLine = /: (?:Creating|Modifying|Destroying)\.\.\./;

const doneLine = /^\s*(\S+)(?: \(.*\))?: (?:Creation|Modifications|Destruction) complete after /;

/**
 * Tells the stacks apart in the output of `cdktf deploy` and `cdktf destroy`, which prints pieces of their outputs as they
 * come: the name of the stack, two spaces, Terraform's first line, and the others indented below it. Between pieces stands a
 * line that counts stacks.
 */
export class CdktfOutput {
  private readonly logs = new Map<string, Log>();
  private current: Log | undefined;

  public constructor(private readonly stacks: readonly string[]) {}

  /** Reads one line. */
  public read(line: string, time: number): void {
    if (statusLine.test(line)) {
      this.current = undefined;
      return;
    }
    const name = this.stacks.find((stack) => line.startsWith(`${stack}  `));
    if (name !== undefined) {
      this.current = this.logs.get(name) ?? { name, hasBegun: false, start: time, end: time, lines: [], done: [] };
      this.logs.set(name, this.current);
    }
    if (!this.current) {
      return;
    }
    const text = line.slice(this.current.name.length + 2);
    if (!this.current.hasBegun && beginLine.test(text)) {
      this.current.hasBegun = true;
      this.current.start = time;
    }
    this.current.lines.push(name === undefined && line.slice(0, this.current.name.length).trim() !== '' ? line : text);
    this.current.end = time;
    const [, address] = doneLine.exec(text) ?? [];
    if (address !== undefined) {
      this.current.done.push(address);
    }
  }

  /** What there is of each stack, in the order in which they began. */
  public get stackLogs(): readonly StackLog[] {
    return [...this.logs.values()];
  }

  /** Errors in what was read. */
  public get errors(): readonly ProviderError[] {
    return this.stackLogs.flatMap(({ name, lines }) => errorsIn(lines).map((text) => ({ stack: name, ...read(text) })));
  }
}

/** Each error begins with its summary and goes on to the next error, or to what is not about it. */
function errorsIn(lines: readonly string[]): readonly string[] {
  const texts = lines.join('\n').split(/^(?=Error: )/m);
  return texts.filter((text) => text.startsWith('Error: ')).map((text) => text.replace(/\n{3,}[^]*$/, '').trimEnd());
}

function read(text: string): Omit<ProviderError, 'stack'> {
  const [, address] = /\bwith ([\w.[\]"-]+)(?: \(.*\))?,$/m.exec(text) ?? [];
  return { text, ...(address !== undefined && { address: splitAddress(address).address }) };
}
