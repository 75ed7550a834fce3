import { Refusal } from '@iris-azure/foundation';
import { address, httpsUrl, matches, path, port, vaultName, wholeNumber } from './rules';
import {
  type GuestSettings,
  type InstanceSettings,
  type Kit,
  type MachineSettings,
  type MemberSettings,
  type VaultSettings,
} from './settings';
import { webProblems } from './web-gateway';

/**
 * Refuses settings of a machine.
 *
 * @throws Refusal with all that is wrong, each with its field, the value and what is allowed.
 */
export function assertGuestSettings(settings: GuestSettings): void {
  const problems = problemsOf(settings);
  if (problems.length > 0) {
    throw new Refusal(`settings of role ${settings.role}: ${problems.join('; ')}`);
  }
}

function problemsOf(settings: GuestSettings): string[] {
  switch (settings.role) {
    case 'arbiter':
      return [...machine(settings), ...kit('kit', settings.kit)];
    case 'web':
      return [
        ...machine(settings),
        ...vault(settings),
        ...kit('gatewayKit', settings.gatewayKit),
        ...vaultName('gatewaySecret', settings.gatewaySecret),
        ...webProblems(settings.web),
      ];
    case 'application':
    case 'print':
      return instance(settings);
    case 'primary':
    case 'backup':
    case 'dr-async':
      return [...instance(settings), ...member(settings)];
  }
}

function machine({ extraFiles = [], identityClientId, storageResource, vaultResource }: MachineSettings): string[] {
  const files = extraFiles.map((file) => file.path);
  return [
    ...(identityClientId === undefined
      ? []
      : matches(
          'identityClientId',
          identityClientId,
          /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i,
          'a client id (a GUID)',
        )),
    ...(storageResource === undefined ? [] : resource('storageResource', storageResource)),
    ...(vaultResource === undefined ? [] : resource('vaultResource', vaultResource)),
    ...(new Set(files).size === files.length ? [] : [`extraFiles must have a path each, got ${files.join(', ')}`]),
    ...extraFiles.flatMap((file) => [
      ...matches(
        'path of extraFiles',
        file.path,
        /^(?!.*\/\.\.?(\/|$))(\/[\w.@-]+)+$/,
        'an absolute path without spaces',
      ),
      ...matches(`permissions of ${file.path}`, file.permissions, /^0?[0-7]{3}$/, 'a mode in octal such as 0644'),
    ]),
  ];
}

function resource(field: string, value: string): string[] {
  return matches(field, value, /^https:\/\/[A-Za-z0-9.-]+\/?$/, 'an https address without a path');
}

function kit(field: string, { url, sha256 }: Kit): string[] {
  return [
    ...httpsUrl(`${field}.url`, url),
    ...matches(`${field}.sha256`, sha256, /^[0-9a-f]{64}$/i, '64 hexadecimal digits, as sha256sum says'),
  ];
}

function vault({ vaultUrl, certificate, peerCertificates = [], certificateAuthority }: VaultSettings): string[] {
  return [
    ...matches('vaultUrl', vaultUrl, /^https:\/\/[A-Za-z0-9.-]+\/?$/, 'the https address of a vault'),
    ...vaultName('certificate', certificate),
    ...peerCertificates.flatMap((id) =>
      matches(
        'peerCertificates',
        id,
        /^https:\/\/[A-Za-z0-9.-]+\/certificates\/[0-9A-Za-z-]{1,127}$/,
        'ids as https://VAULT/certificates/NAME',
      ),
    ),
    ...(certificateAuthority === undefined
      ? []
      : matches('certificateAuthority', certificateAuthority, /^(\/[\w.-]+)+$/, 'an absolute path')),
  ];
}

function instance(settings: InstanceSettings): string[] {
  return [
    ...machine(settings),
    ...vault(settings),
    ...kit('kit', settings.kit),
    ...matches('instance', settings.instance, /^[A-Z][A-Z0-9]{0,30}$/, 'capital letters and digits, such as IRIS'),
    ...port('superserverPort', settings.superserverPort),
    ...vaultName('licenceSecret', settings.licenceSecret),
    ...vaultName('gatewaySecret', settings.gatewaySecret),
    ...wholeNumber('memory.hugePages', settings.memory.hugePages, 0, 100_000_000),
    ...wholeNumber('memory.swappiness', settings.memory.swappiness, 0, 100),
  ];
}

function member({
  mirror,
  statusPath,
  peerCertificates = [],
  databaseKey,
  scheduledEvents = {},
}: MemberSettings): string[] {
  return [
    ...matches('mirror.name', mirror.name, /^[A-Za-z0-9]{1,15}$/, '1 to 15 letters and digits'),
    ...[mirror.memberName, ...mirror.peerNames].flatMap((name) =>
      matches('a member of the mirror', name, /^[A-Za-z0-9_.-]{1,32}$/, 'named by 1 to 32 letters, digits and . _ -'),
    ),
    ...(mirror.peerNames.includes(mirror.memberName)
      ? [`mirror.peerNames must be those of the other members, got this one's, '${mirror.memberName}'`]
      : []),
    ...(mirror.peerNames.length === peerCertificates.length
      ? []
      : [
          `peerCertificates must be one for each of mirror.peerNames, ${mirror.peerNames.length}, got ${peerCertificates.length}`,
        ]),
    ...[mirror.primaryAddress, mirror.arbiterAddress, ...mirror.memberAddresses].flatMap((one) =>
      address('addresses of mirror', one),
    ),
    ...(mirror.memberAddresses.includes(mirror.primaryAddress)
      ? []
      : [
          `mirror.memberAddresses must have primaryAddress, ${mirror.primaryAddress}, got ${mirror.memberAddresses.join(', ')}`,
        ]),
    ...wholeNumber('mirror.waitForPrimarySeconds', mirror.waitForPrimarySeconds, 60, 86_400),
    ...path('statusPath', statusPath),
    ...(databaseKey ? httpsUrl('databaseKey.url', databaseKey.url) : []),
    ...(databaseKey?.fileSecretUrl === undefined
      ? []
      : httpsUrl('databaseKey.fileSecretUrl', databaseKey.fileSecretUrl)),
    ...wholeNumber('scheduledEvents.everySeconds', scheduledEvents.everySeconds, 1, 60),
    ...wholeNumber('scheduledEvents.freezeSeconds', scheduledEvents.freezeSeconds, 0, 60),
    ...wholeNumber('scheduledEvents.switchoverSeconds', scheduledEvents.switchoverSeconds, 30, 840),
  ];
}
