import { Refusal } from '@iris-azure/foundation';
import { type DatabaseSpec, databaseActions } from './databases';
import { type InstanceConfiguration, instanceSections } from './instance';
import { instanceFiles, type Product } from './instance-files';
import { type Action, type MergeGuestFile } from './merge-file';
import { address, memberName, mirrorName } from './names';

/** Roles with which instances join a mirror, in the product's words. */
export type MirrorRole = 'primary' | 'backup' | 'drasync' | 'rorasync' | 'rwrasync';

/** A member of a mirror. */
export interface MirrorMember {
  /** Name in the mirror: up to 32 characters, unique in the mirror. */
  readonly name: string;
  /** Role with which the instance joins; later the mirror gives roles itself. */
  readonly role: MirrorRole;
  /** Address of the machine itself, never of a load balancer. */
  readonly address: string;
}

/** How journals are compressed on their way to async members. */
export type MirrorCompression = 'zlib' | 'zstd' | 'lz4';

const compressionTypes = { zlib: 0, zstd: 1, lz4: 2 } as const;

/** A mirror as the configuration of its members. */
export interface MirrorConfiguration extends InstanceConfiguration {
  /** Product of all members. */
  readonly product: Product;
  /** Name of the mirror: 1 to 15 letters and digits. */
  readonly name: string;
  /** Name of the instance, which is the same on all members. */
  readonly instance: string;
  /** Members: one primary, at most one backup, up to fourteen async members. */
  readonly members: readonly MirrorMember[];
  /** Address of the arbiter; a mirror with a backup must have one. */
  readonly arbiterAddress?: string;
  /** Databases of the mirror. */
  readonly databases: readonly DatabaseSpec[];
  /** Whether databases are made encrypted, by the key that the step `encryption` activates. */
  readonly encrypted: boolean;
  /**
   * Folder of CAFile.pem, CertificateFile.pem and PrivateKeyFile.pem. A mirror always uses TLS.
   *
   * @default /etc/iris-azure/tls
   */
  readonly tlsDirectory?: string;
  /**
   * Compression of journals on their way to async members, which is always on.
   *
   * @default zstd
   */
  readonly compression?: MirrorCompression;
}

/** Files of one member. */
export interface MemberFiles {
  /** Name of the member, as given. */
  readonly member: string;
  /** Configuration of the instance, and databases and mirror. */
  readonly files: readonly MergeGuestFile[];
}

/** Port on which ISCAgent listens. */
const agentPort = 2188;
const mostAsyncMembers = 14;

/**
 * Files that configure the members of a mirror, one set for each. Name of the mirror, primary, arbiter and `MaxServerConn` are the same
 * on all of them, since they are written once.
 *
 * @throws Refusal when the mirror has not one primary, has several backups, a backup without an arbiter, too many members, or two of
 *   one name or address.
 * @see https://docs.intersystems.com/irislatest/csp/docbook/DocBook.UI.Page.cls?KEY=GHA_mirror_set_config
 */
export function mirrorMergeFiles(mirror: MirrorConfiguration): MemberFiles[] {
  assertMembers(mirror);
  const sections = instanceSections(mirror);
  return mirror.members.map((member) => ({
    member: member.name,
    files: instanceFiles(mirror, sections, actionsOf(mirror, member)),
  }));
}

/**
 * The member with which a mirror begins.
 *
 * @throws Refusal when there is not exactly one.
 */
export function primaryOf({ name, members }: Pick<MirrorConfiguration, 'name' | 'members'>): MirrorMember {
  const primaries = members.filter(({ role }) => role === 'primary');
  const [primary] = primaries;
  if (!primary || primaries.length > 1) {
    throw new Refusal(`mirror ${name} must have one primary, got ${primaries.length}; set the role of its members`);
  }
  return primary;
}

function assertMembers(mirror: MirrorConfiguration): void {
  const { name, members, arbiterAddress } = mirror;
  primaryOf(mirror);
  const backups = members.filter(({ role }) => role === 'backup').length;
  if (backups > 1) {
    throw new Refusal(`mirror ${name} must have at most one backup, got ${backups}; set the role of its members`);
  }
  if (backups === 1 && arbiterAddress === undefined) {
    throw new Refusal(`mirror ${name} has a backup and no arbiter; set arbiterAddress`);
  }
  const asyncs = members.filter(({ role }) => role.endsWith('async')).length;
  if (asyncs > mostAsyncMembers) {
    throw new Refusal(`mirror ${name} must have at most ${mostAsyncMembers} async members, got ${asyncs}; set members`);
  }
  assertUnique(
    name,
    'name',
    members.map((member) => memberName(member.name)),
  );
  assertUnique(name, 'address', [
    ...members.map((member) => address(member.address)),
    ...(arbiterAddress === undefined ? [] : [address(arbiterAddress)]),
  ]);
}

function assertUnique(mirror: string, what: string, values: readonly string[]): void {
  const twice = values.find((value, index) => values.indexOf(value) !== index);
  if (twice !== undefined) {
    throw new Refusal(
      `members and arbiter of mirror ${mirror} must have an own ${what}, got ${twice} twice; set another`,
    );
  }
}

function actionsOf(mirror: MirrorConfiguration, member: MirrorMember): Action[] {
  const name = mirrorName(mirror.name);
  const first = member.role === 'primary';
  return [
    { operation: 'ModifyService', properties: { Name: '%service_ecp', Enabled: 1 } },
    {
      operation: 'ConfigMirror',
      properties: {
        Name: name,
        SystemName: memberName(member.name),
        Member: member.role,
        Primary: address(primaryOf(mirror).address),
        ArbiterURL: mirror.arbiterAddress === undefined ? undefined : `${mirror.arbiterAddress}:${agentPort}`,
        SSLDir: mirror.tlsDirectory ?? '/etc/iris-azure/tls',
        ECPAddress: member.address,
        MirrorAddress: member.address,
        AgentAddress: member.address,
        AgentPort: agentPort,
      },
    },
    ...(first ? [compressionAction(name, mirror.compression ?? 'zstd')] : []),
    ...databaseActions(mirror.databases, { mirror: name, first, encrypted: mirror.encrypted }),
  ];
}

/** ConfigMirror changes nothing of a mirror that exists, so compression is an action of its own, which a second run does again. */
function compressionAction(name: string, compression: MirrorCompression): Action {
  return {
    operation: 'ModifyMirror',
    properties: {
      Name: name,
      CompressionForAsyncMembers: 2,
      CompressionTypeForAsyncMembers: compressionTypes[compression],
    },
  };
}
