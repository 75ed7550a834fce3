import { z } from 'zod';
import { badRequest, conflict } from '../../arm/arm-error';
import { ResourceId } from '../../arm/resource-id';
import { type ResourceType } from '../../arm/resource-type';
import { bodyShape, object, readOnly, reference } from '../../arm/shape';
import { dnsZoneName } from '../names';

const type = 'Microsoft.Network/dnsZones';

const kinds = ['A', 'CNAME', 'TXT', 'NS', 'SOA'] as const;

const maxTtl = 2147483647;

/** @see https://learn.microsoft.com/rest/api/dns/zones/create-or-update */
export const dnsZone: ResourceType = {
  type,
  name: dnsZoneName,
  location: 'global',
  shape: bodyShape({
    properties: {
      maxNumberOfRecordSets: readOnly,
      maxNumberOfRecordsPerRecordSet: readOnly,
      nameServers: readOnly,
      numberOfRecordSets: readOnly,
      registrationVirtualNetworks: z.array(reference),
      resolutionVirtualNetworks: z.array(reference),
      zoneType: z.enum(['Public']),
    },
  }),
  longRunning: ['delete'],
  show: () => ({
    zoneType: 'Public',
    nameServers: [1, 2, 3, 4].map(
      (number) => `ns${number}-01.azure-dns.${['com', 'net', 'org', 'info'][number - 1] ?? ''}.`,
    ),
  }),
};

/**
 * Records of one kind at one name. A CNAME is alone at its name, and is not at the top of a zone.
 *
 * @see https://learn.microsoft.com/azure/dns/dns-zones-records
 */
function recordSet(kind: (typeof kinds)[number]): ResourceType {
  return {
    type: `${type}/${kind}`,
    name: {
      pattern: /^(@|(\*\.)?(?=.{1,253}$)[\w-]{1,63}(\.[\w-]{1,63})*)$/,
      allowed: '@, or labels of letters, digits, underscores and hyphens, the first of which may be *',
    },
    refersToOtherRegions: true,
    shape: bodyShape({
      properties: {
        AAAARecords: z.array(object({ ipv6Address: z.string() })),
        ARecords: z.array(object({ ipv4Address: z.ipv4() })),
        CNAMERecord: object({ cname: z.string() }),
        caaRecords: z.array(z.json()),
        fqdn: readOnly,
        MXRecords: z.array(z.json()),
        metadata: z.record(z.string(), z.string()),
        NSRecords: z.array(object({ nsdname: z.string() })),
        PTRRecords: z.array(z.json()),
        SOARecord: z.json(),
        SRVRecords: z.array(z.json()),
        TTL: z.int().min(1).max(maxTtl),
        TXTRecords: z.array(object({ value: z.array(z.string()) })),
        targetResource: reference,
        trafficManagementProfile: reference,
      },
    }),
    check(resource, { store }) {
      const { name, properties } = resource;
      const zone = ResourceId.parse(resource.id).parent?.text ?? '';
      const others = kinds
        .filter((other) => other !== kind)
        .flatMap((other) => store.children(zone, `${type}/${other}`).map((record) => ({ other, record })))
        .filter(({ record }) => record.name.toLowerCase() === name.toLowerCase());
      const clash = others.find(({ other }) => kind === 'CNAME' || other === 'CNAME');
      if (clash) {
        throw conflict(
          'Conflict',
          `The record could not be created because a ${clash.other} record with the same name already exists in this zone.`,
        );
      }
      if (kind === 'CNAME' && name === '@') {
        throw badRequest('BadRequest', 'A CNAME record cannot be created at the zone apex.');
      }
      const { CNAMERecord, ARecords = [], TXTRecords = [], NSRecords = [] } = properties as unknown as Records;
      const isEmpty =
        CNAMERecord?.cname === undefined && [ARecords, TXTRecords, NSRecords].every(({ length }) => length === 0);
      if (kind !== 'SOA' && isEmpty === (properties['targetResource'] === undefined)) {
        throw badRequest(
          'BadRequest',
          `Record set ${name} of type ${kind} must have either records or a target resource.`,
        );
      }
    },
    complete: (resource) => ({
      ...resource,
      properties: {
        ...resource.properties,
        fqdn: `${resource.name}.${ResourceId.parse(resource.id).parent?.name ?? ''}.`,
      },
    }),
  };
}

interface Records {
  readonly CNAMERecord?: { readonly cname?: string };
  readonly ARecords?: readonly unknown[];
  readonly TXTRecords?: readonly unknown[];
  readonly NSRecords?: readonly unknown[];
}

/** Record sets, each a type of its own. */
export const dnsRecordSets: readonly ResourceType[] = kinds.map(recordSet);
