/** What exists, for commands of the documentation to name. */
export interface ExistingNames {
  readonly stacks: readonly string[];
  /** Scripts of the root package.json. */
  readonly scripts: readonly string[];
}

/** Stacks of the table that `cdktf list` prints. */
export function listedStacks(output: string): string[] {
  return [...output.matchAll(/^(\S+) +cdktf\.out\/stacks\/\1$/gm)].map(([, name = '']) => name);
}

/** What commands name that does not exist: stacks (by name or pattern, as in 'trakcare-prod-*') and scripts of npm. */
export function unknownNames(commands: string, { stacks, scripts }: ExistingNames): string[] {
  return [
    ...namedStacks(commands)
      .filter((pattern) => !stacks.some((stack) => matches(stack, pattern)))
      .map((pattern) => `stack '${pattern}'`),
    ...namedScripts(commands)
      .filter((script) => !scripts.includes(script))
      .map((script) => `npm script '${script}'`),
  ];
}

/** What cdktf is told to deploy, destroy or compare, and whose folders are named. */
function namedStacks(commands: string): string[] {
  const words = [...commands.matchAll(/\bcdktf (?:deploy|destroy|diff) (.*)/g)].flatMap(([, rest = '']) =>
    rest.split(/\s+/).filter((word) => word !== '' && !word.startsWith('-')),
  );
  const folders = [...commands.matchAll(/cdktf\.out\/stacks\/([^\s/;]+)/g)].map(([, name = '']) => name);
  return [...words, ...folders].map((word) => word.replaceAll(/['"]/g, ''));
}

function namedScripts(commands: string): string[] {
  return [...commands.matchAll(/\bnpm run (?:--\S+ )*(\S+)/g)].map(([, name = '']) => name);
}

function matches(stack: string, pattern: string): boolean {
  return new RegExp(`^${pattern.replaceAll('*', '.*')}$`).test(stack);
}
