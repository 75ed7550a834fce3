import { deployedVersion } from './provider';
import { type Rehearsal } from './rehearsal';

/** Where the rehearsed provider comes from, and what of a deployment it makes different. */
export function provenance({ provider, stacks }: Rehearsal): readonly string[] {
  const origin = { registry: 'from the registry', 'go module': 'built from its Go module' }[provider.origin];
  const translated = stacks.flatMap((stack) => stack.translated.map((address) => `${stack.name} ${address}`));
  return [
    `azurerm ${provider.version} ${origin}; a deployment uses ${deployedVersion}`,
    ...(translated.length > 0 ? ['translated for azurerm 5:', ...translated.map((address) => `  ${address}`)] : []),
    'what this proves, and what it does not: docs/rehearsal.md',
  ];
}
