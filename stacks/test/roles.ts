import { type SynthesizedStack } from '../../test/support';

/** Roles of the machines of a stack, sorted; of none when there is no such stack. */
export function rolesOf(stack: SynthesizedStack | undefined): string[] {
  const machines = stack?.resources('azurerm_linux_virtual_machine') ?? [];
  return machines.map(({ values }) => (values.tags as Record<string, string>)['iris-role'] ?? '').sort();
}
