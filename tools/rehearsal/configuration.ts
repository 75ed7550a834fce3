/** Any value of a Terraform configuration in JSON. */
export type Value = string | number | boolean | null | Values | readonly Value[];

/** Values by name. */
export interface Values {
  readonly [name: string]: Value;
}

/** Resources or data sources by type, then by name. */
export type Blocks = Readonly<Record<string, Readonly<Record<string, Values>>>>;

/** A `cdk.tf.json`: the parts that a rehearsal changes or reads. */
export interface Configuration {
  readonly terraform: Values;
  readonly provider?: Readonly<Record<string, Value>>;
  readonly variable?: Readonly<Record<string, Values>>;
  readonly output?: Readonly<Record<string, Values>>;
  readonly resource?: Blocks;
  readonly data?: Blocks;
  readonly [other: string]: unknown;
}

/** One stack of an environment, as it was synthesized. */
export interface Stack {
  readonly name: string;
  readonly configuration: Configuration;
  /** Names of the stacks that are deployed before it. */
  readonly dependencies: readonly string[];
}

/** A value with each of its texts changed, names of members aside. */
export function mapTexts<Input>(value: Input, change: (text: string) => string): Input {
  if (typeof value === 'string') {
    return change(value) as Input;
  }
  if (Array.isArray(value)) {
    return value.map((item: unknown) => mapTexts(item, change)) as Input;
  }
  return typeof value === 'object' && value !== null
    ? (Object.fromEntries(Object.entries(value).map(([name, member]) => [name, mapTexts(member, change)])) as Input)
    : value;
}

/** An object without some of its members. */
export function without<Input extends object>(input: Input, ...names: readonly (keyof Input)[]): Input {
  return Object.fromEntries(Object.entries(input).filter(([name]) => !names.includes(name as keyof Input))) as Input;
}

/** Resources of a configuration, each with its address. */
export function resourcesOf({
  resource = {},
}: Configuration): readonly { readonly address: string; readonly values: Values }[] {
  return Object.entries(resource).flatMap(([type, named]) =>
    Object.entries(named).map(([name, values]) => ({ address: `${type}.${name}`, values })),
  );
}
