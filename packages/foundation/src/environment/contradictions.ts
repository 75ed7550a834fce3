import { findRegion } from '../region';
import { parseResourceId } from '../resource-id';
import { type Environment } from './blueprints';
import { type MirrorValues } from './mirror-schema';
import { type TierValues } from './tier-schema';

/** One thing that the fields of an environment say together and must not. */
export interface Contradiction {
  /** Field that is to change. */
  readonly path: readonly string[];
  /** What it must be. */
  readonly message: string;
}

/** All that the fields of an environment, each right by itself, say together and must not. */
export function contradictions(values: Environment): Contradiction[] {
  return [
    ...aboutBaseline(values),
    ...(values.baseline === 'nonproduction' ? [] : aboutProduction(values)),
    ...aboutRegions(values),
    ...aboutDisks(values),
    ...aboutSizes(values),
    ...aboutPerimeter(values),
    ...aboutProducts(values),
    ...aboutConnectivity(values),
    ...aboutOnlineBackup(values),
    ...aboutExisting(values),
  ];
}

function* aboutBaseline({ baseline, environment, highAvailability }: Environment): Generator<Contradiction> {
  if (baseline === 'nonproduction') {
    if (environment !== 'dev') {
      yield { path: ['baseline'], message: 'must be reference or zonal: only environment dev may be nonproduction' };
    }
    return;
  }
  const allowed = highAvailability === 'zones' ? 'zonal' : 'reference';
  if (baseline !== allowed) {
    yield {
      path: ['baseline'],
      message: `must be ${allowed}, or nonproduction, with highAvailability ${highAvailability}`,
    };
  }
}

/** What only non-production may do without. */
function* aboutProduction(values: Environment): Generator<Contradiction> {
  for (const [tier, { count }] of tiersOf(values)) {
    if (count < 2) {
      yield { path: [tier, 'count'], message: 'must be at least 2: a tier of one server has no availability' };
    }
  }
  if (!values.disasterRecovery) {
    yield { path: ['disasterRecovery'], message: 'must be a mapping of field names to values' };
  }
  if (values.diskType === 'StandardSSD_LRS') {
    yield { path: ['diskType'], message: 'must be Premium_LRS or PremiumV2_LRS: Standard is for non-production' };
  }
}

function tiersOf(values: Environment): readonly (readonly [string, TierValues])[] {
  switch (values.blueprint) {
    case 'iris':
      return [
        ['web', values.web],
        ['application', values.application],
      ];
    case 'trakcare':
      return [
        ['web', values.web],
        ['application', values.application],
        ['print', values.print],
      ];
    case 'healthshare':
      return [['web', values.web]];
  }
}

function* aboutRegions({ primary, disasterRecovery, highAvailability }: Environment): Generator<Contradiction> {
  for (const [field, name] of [
    ['primary', primary.name],
    ['disasterRecovery', disasterRecovery?.name],
  ] as const) {
    if (name && highAvailability === 'zones' && findRegion(name).zones.length < 3) {
      yield { path: [field, 'name'], message: 'must be a region with three zones where highAvailability is zones' };
    }
  }
  if (!disasterRecovery) {
    return;
  }
  if (primary.name === disasterRecovery.name) {
    yield { path: ['disasterRecovery', 'name'], message: 'must be another region than primary.name' };
  }
  if (disasterRecovery.reserveCapacity && highAvailability === 'availabilitySet') {
    yield {
      path: ['disasterRecovery', 'reserveCapacity'],
      message: 'must be false in availability sets, for which Azure reserves no capacity; it is for zones',
    };
  }
  if (findRegion(primary.name).cloud !== findRegion(disasterRecovery.name).cloud) {
    yield { path: ['disasterRecovery', 'name'], message: 'must be a region of the same cloud as primary.name' };
  }
}

function* aboutDisks({ diskType, highAvailability, primary }: Environment): Generator<Contradiction> {
  if (diskType === 'PremiumV2_LRS' && findRegion(primary.name).cloud.name !== 'public') {
    yield {
      path: ['diskType'],
      message: 'must be Premium_LRS: other clouds have no customer-managed keys for PremiumV2_LRS',
    };
  }
  if (diskType === 'PremiumV2_LRS' && highAvailability === 'availabilitySet') {
    yield { path: ['diskType'], message: 'must be Premium_LRS in availability sets; PremiumV2_LRS is for zones' };
  }
}

/** Sizes are given, or follow from a workload. */
function* aboutSizes(values: Environment): Generator<Contradiction> {
  for (const [tier, { size, workload }] of tiersOf(values)) {
    if (size === undefined && !workload) {
      yield { path: [tier, 'size'], message: `must be given, or ${tier}.workload` };
    }
  }
  for (const [path, { size, volumes, workload }] of mirrorsOf(values)) {
    const missing = size === undefined ? 'size' : 'volumes';
    if ((size === undefined || !volumes) && !workload) {
      yield { path: [...path, missing], message: `must be given, or ${[...path, 'workload'].join('.')}` };
    }
    if (workload && values.diskType === 'StandardSSD_LRS') {
      yield { path: [...path, 'workload'], message: 'must be left out: of StandardSSD_LRS Azure promises no figures' };
    }
  }
}

function mirrorsOf(values: Environment): readonly (readonly [readonly string[], MirrorValues])[] {
  return values.blueprint === 'healthshare'
    ? Object.entries(values.products).map(([product, mirror]) => [['products', product], mirror])
    : [[['mirror'], values.mirror]];
}

function* aboutPerimeter({ perimeter, existing }: Environment): Generator<Contradiction> {
  const { egress, appliance, allow } = perimeter;
  const { primary, disasterRecovery } = existing.networks ?? {};
  if (primary ?? disasterRecovery) {
    // What an existing network has is its owner's; only how it goes out is told.
    const made = (['allow', 'appliance', 'bastion', 'ddosProtectionPlan'] as const).find((field) =>
      field === 'allow' ? Object.keys(allow).length > 0 : perimeter[field] !== undefined,
    );
    if (made) {
      yield { path: ['perimeter', made], message: "must be left out where networks exist: it is their owner's" };
    }
    return;
  }
  if ((egress === 'appliance') !== (appliance !== undefined)) {
    yield {
      path: ['perimeter', appliance ? 'egress' : 'appliance'],
      message: appliance
        ? 'must be appliance where perimeter.appliance says which firewalls stand'
        : 'must say which firewalls stand, where perimeter.egress is appliance',
    };
  }
  if (egress !== 'azureFirewall' && Object.keys(allow).length > 0) {
    yield { path: ['perimeter', 'egress'], message: 'must be azureFirewall, which alone knows perimeter.allow' };
  }
}

function* aboutProducts(values: Environment): Generator<Contradiction> {
  if (values.blueprint !== 'healthshare') {
    return;
  }
  const products = Object.entries(values.products);
  if (products.length === 0) {
    yield { path: ['products'], message: 'must have at least one product' };
  }
  const byMirror = new Map<string, string>();
  for (const [product, { name }] of products) {
    const other = byMirror.get(name.toUpperCase());
    if (other) {
      yield { path: ['products', product, 'name'], message: `must be another name than that of ${other}` };
    }
    byMirror.set(name.toUpperCase(), product);
  }
}

function* aboutConnectivity({ connectivity, disasterRecovery, existing }: Environment): Generator<Contradiction> {
  if (connectivity?.disasterRecovery && !disasterRecovery) {
    yield {
      path: ['connectivity', 'disasterRecovery'],
      message: 'must be left out where there is no disasterRecovery',
    };
  }
  for (const region of ['primary', 'disasterRecovery'] as const) {
    if (connectivity?.[region] && existing.networks?.[region]) {
      yield { path: ['connectivity', region], message: `must be left out where existing.networks.${region} is given` };
    }
  }
}

function* aboutExisting({ existing, primary, disasterRecovery }: Environment): Generator<Contradiction> {
  const { networks, vaultZone, blobZone, fileZone } = existing;
  if (networks?.disasterRecovery && !disasterRecovery) {
    yield {
      path: ['existing', 'networks', 'disasterRecovery'],
      message: 'must be left out where there is no disasterRecovery',
    };
  }
  const { keyVaultPrivateZone, storageSuffix } = findRegion(primary.name).cloud;
  for (const [field, zone, name] of [
    ['vaultZone', vaultZone, keyVaultPrivateZone],
    ['blobZone', blobZone, `privatelink.blob.${storageSuffix}`],
    ['fileZone', fileZone, `privatelink.file.${storageSuffix}`],
  ] as const) {
    if (zone && parseResourceId(zone.id, 'Microsoft.Network/privateDnsZones').name !== name) {
      yield { path: ['existing', field, 'id'], message: `must be the id of a zone named ${name}` };
    }
  }
}

/** Publishers of images for which Azure has no client that mounts a share under a managed identity. */
const withoutShareClient = ['RedHat', 'SUSE', 'Oracle'];

function* aboutOnlineBackup({ backup, image }: Environment): Generator<Contradiction> {
  if (backup?.online?.signIn === 'ManagedIdentity' && withoutShareClient.includes(image.publisher)) {
    yield {
      path: ['backup', 'online', 'signIn'],
      message: `must be AccountKey: Azure has no client for managed identities on images of ${image.publisher}`,
    };
  }
}
