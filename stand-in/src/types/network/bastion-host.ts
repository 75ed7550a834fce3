import { z } from 'zod';
import { badRequest } from '../../arm/arm-error';
import { pseudoUuid } from '../../arm/pseudo-uuid';
import { type Resource } from '../../arm/resource';
import { type ResourceType } from '../../arm/resource-type';
import { anything, bodyShape, object, reference, zones } from '../../arm/shape';
import { type Azure } from '../../azure';
import { networkName } from '../names';
import { part } from '../part';
import { networkOf, referenceIn } from './addresses';
import { checkPublicAddressIsFree } from './public-ip-address';
import { rangesOf } from './subnet-ranges';

const type = 'Microsoft.Network/bastionHosts';

const ipConfigurationType = `${type}/bastionHostIpConfigurations`;

/** Longest prefix of the subnet of a Bastion. */
const longestPrefix = 26;

const ipConfiguration = part(ipConfigurationType, {
  properties: {
    privateIPAllocationMethod: z.enum(['Dynamic', 'Static']),
    publicIPAddress: reference,
    subnet: reference,
  },
  required: ['subnet'],
  check(configuration, azure) {
    checkPublicAddressIsFree(referenceIn(configuration, 'publicIPAddress'), configuration, azure);
    const subnetId = referenceIn(configuration, 'subnet') ?? '';
    const subnet = azure.store.find(subnetId);
    const isTooSmall = subnet && rangesOf(subnet).some(({ subnetMask }) => subnetMask > longestPrefix);
    if (!/\/AzureBastionSubnet$/i.test(subnetId) || isTooSmall) {
      throw badRequest(
        'BastionHostSubnetInvalid',
        `Bastion host IP configuration ${configuration.id} must be in a subnet of the name AzureBastionSubnet and a prefix of /${longestPrefix} or shorter, got ${subnetId}.`,
      );
    }
  },
});

/** What no other SKU than these two has. */
const ofStandard = ['enableFileCopy', 'enableIpConnect', 'enableKerberos', 'enableShareableLink', 'enableTunneling'];

/**
 * @see https://learn.microsoft.com/rest/api/virtualnetwork/bastion-hosts/create-or-update
 * @see https://learn.microsoft.com/azure/bastion/configuration-settings
 */
export const bastionHost: ResourceType = {
  type,
  name: networkName(80),
  shape: bodyShape({
    properties: {
      disableCopyPaste: z.boolean(),
      dnsName: z.string(),
      enableFileCopy: z.boolean(),
      enableIpConnect: z.boolean(),
      enableKerberos: z.boolean(),
      enablePrivateOnlyBastion: z.boolean(),
      enableSessionRecording: z.boolean(),
      enableShareableLink: z.boolean(),
      enableTunneling: z.boolean(),
      networkAcls: anything,
      scaleUnits: z.int().min(2).max(50),
      virtualNetwork: reference,
    },
    beside: { sku: object({ name: z.enum(['Basic', 'Developer', 'Premium', 'Standard']) }), zones },
  }),
  children: { ipConfigurations: [ipConfiguration] },
  longRunning: ['put', 'delete'],
  check(bastion, azure) {
    checkSku(bastion);
    checkAlone(bastion, azure);
  },
  complete: (bastion) => ({
    ...bastion,
    properties: { ...bastion.properties, dnsName: `bst-${pseudoUuid(bastion.id.toLowerCase())}.bastion.azure.com` },
  }),
};

function checkSku({ id, properties, ...bastion }: Resource): void {
  const { name: sku = 'Basic' } = (bastion['sku'] ?? {}) as { readonly name?: string };
  const isLarge = Number(properties['scaleUnits'] ?? 2) > 2;
  const feature = isLarge ? 'scaleUnits' : ofStandard.find((name) => properties[name] === true);
  if (feature !== undefined && !['Premium', 'Standard'].includes(sku)) {
    throw badRequest(
      'BastionHostFeatureNotSupportedForSku',
      `Bastion host ${id} of SKU ${sku} cannot have ${feature}.`,
    );
  }
  if (properties['enableSessionRecording'] === true && sku !== 'Premium') {
    throw badRequest(
      'BastionHostFeatureNotSupportedForSku',
      `Bastion host ${id} of SKU ${sku} cannot have enableSessionRecording.`,
    );
  }
}

/** A virtual network has one Bastion. */
function checkAlone(bastion: Resource, { store }: Azure): void {
  const networks = ({ id }: Resource) =>
    store.children(id, ipConfigurationType).map((each) => networkOf(referenceIn(each, 'subnet') ?? ''));
  const other = store
    .ofType(type)
    .find(
      (candidate) =>
        candidate.id !== bastion.id && networks(candidate).some((each) => networks(bastion).includes(each)),
    );
  if (other) {
    throw badRequest(
      'VirtualNetworkAlreadyHasBastionHost',
      `Bastion host ${bastion.id} cannot be created because its virtual network has ${other.id}.`,
    );
  }
}
