import { badRequest, conflict, notFound } from '../../arm/arm-error';
import { usersOf } from '../../arm/remove';
import { type Resource } from '../../arm/resource';
import { type Azure } from '../../azure';
import { networkOf, referenceIn } from '../network/addresses';
import { limitsOf } from './vm-sizes';

const machineType = 'Microsoft.Compute/virtualMachines';

const ipConfigurationType = 'Microsoft.Network/networkInterfaces/ipConfigurations';

interface InterfaceReference {
  readonly id?: string;
  readonly properties?: { readonly primary?: boolean };
}

/**
 * Refuses network interfaces that the machine cannot have: those of another machine, too many of them, and such as are in
 * another virtual network than those of its availability set.
 *
 * @see https://learn.microsoft.com/azure/virtual-network/virtual-network-network-interface-vm#constraints
 */
export function checkMachineNetwork(machine: Resource, azure: Azure): void {
  const references = interfacesOf(machine);
  const { vmSize } = machine.properties['hardwareProfile'] as { readonly vmSize: string };
  const limits = limitsOf(vmSize);
  if (references.length === 0) {
    throw badRequest(
      'InvalidParameter',
      `Required parameter 'networkProfile.networkInterfaces' of VM ${machine.name} is missing (null).`,
    );
  }
  if (limits && references.length > limits.networkInterfaces) {
    throw conflict(
      'NetworkInterfaceCountExceeded',
      `The number of network interfaces for virtual machine ${machine.name} exceeds the maximum allowed for the virtual machine size ${vmSize}: ${limits.networkInterfaces}.`,
    );
  }
  if (references.length > 1 && references.filter(({ properties }) => properties?.primary === true).length !== 1) {
    throw badRequest(
      'VirtualMachineMustHaveOneNetworkInterfaceAsPrimary',
      `Virtual machine ${machine.name} must have one network interface set as the primary.`,
    );
  }
  for (const { id } of references) {
    checkFree(machine, id ?? '', azure);
  }
  checkSameNetwork(machine, azure);
}

function checkFree(machine: Resource, id: string, azure: Azure): void {
  const nic = azure.store.find(id);
  if (!nic) {
    throw notFound('NetworkInterfaceNotFound', `Network interface ${id} was not found.`);
  }
  const owner = usersOf(nic, azure, machineType).find((candidate) => candidate.id !== machine.id);
  if (owner) {
    throw badRequest('NicInUse', `Network Interface ${nic.id} is used by existing VM ${owner.id}.`);
  }
}

/** All machines of an availability set are in one virtual network. */
function checkSameNetwork(machine: Resource, azure: Azure): void {
  const set = azure.store.find(referenceIn(machine, 'availabilitySet'));
  const own = networksOf(machine, azure);
  const other =
    set &&
    usersOf(set, azure, machineType).find(
      (candidate) =>
        candidate.id !== machine.id && networksOf(candidate, azure).some((network) => !own.includes(network)),
    );
  if (other) {
    throw badRequest(
      'InvalidParameter',
      `Virtual machines ${machine.name} and ${other.name} of availability set ${set.name} must be in the same virtual network.`,
    );
  }
}

function interfacesOf({ properties }: Resource): readonly InterfaceReference[] {
  const { networkInterfaces = [] } = (properties['networkProfile'] ?? {}) as {
    readonly networkInterfaces?: readonly InterfaceReference[];
  };
  return networkInterfaces;
}

function networksOf(machine: Resource, { store }: Azure): readonly (string | undefined)[] {
  return interfacesOf(machine)
    .flatMap(({ id }) => store.children(id ?? '', ipConfigurationType))
    .map((configuration) => networkOf(referenceIn(configuration, 'subnet') ?? configuration.id));
}
