import { resourcesOf, type Stack, type Values } from './configuration';

/** Finds the path of the construct that made a resource, by stack and address. */
export type FindConstruct = (stack: string, address: string) => string | undefined;

/** Where cdktf notes which construct made a resource. */
interface Metadata {
  readonly metadata?: { readonly path?: string };
}

/** Paths of the constructs of some stacks, as cdktf notes them in what it synthesizes. */
export function constructPaths(stacks: readonly Stack[]): FindConstruct {
  const paths = new Map(
    stacks.flatMap(({ name, configuration }) =>
      resourcesOf(configuration).map(({ address, values }) => [`${name} ${address}`, pathIn(values)] as const),
    ),
  );
  return (stack, address) => paths.get(`${stack} ${address}`);
}

function pathIn(values: Values): string | undefined {
  const { metadata } = (values['//'] ?? {}) as unknown as Metadata;
  return metadata?.path?.replace(/\/Resource$/, '');
}
