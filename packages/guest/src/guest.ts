import { Refusal } from '@iris-azure/foundation';
import { renderCloudConfig } from './cloud-config';
import { customDataOf } from './custom-data';
import { environmentOf } from './environment';
import { packageFiles, type StaticFiles, staticFilesOf } from './files';
import { renderGuestEnvironment } from './guest-env';
import { type GuestFile } from './guest-file';
import { refuseSecret } from './secrets';
import { type GuestSettings } from './settings';
import { stepsOf } from './steps';
import { assertGuestSettings } from './validate';
import { renderVolumes } from './volumes';
import { memberCspIni, memberHttpdConf, webCspIni, webHttpdConf } from './web-gateway';

/** What a machine is given at its first boot. */
export interface Guest {
  /** cloud-init's document, YAML that begins with `#cloud-config`. */
  readonly cloudConfig: string;
  /** The same, compressed and in base 64: `custom_data` of a machine. Same settings, same bytes. */
  readonly customData: string;
  /** Bytes of custom data before base 64, of which Azure takes at most 65,535. */
  readonly bytes: number;
}

/**
 * Renders what sets up a machine by itself, from its first boot on: settings, scripts of its steps, and a service that runs them.
 * Values go into files that scripts read, and never into a script.
 *
 * @param settings what the machine is told
 * @param files static files
 * @throws Refusal when settings cannot be used, hold what looks like a secret, or make more than Azure takes.
 */
export function renderGuest(settings: GuestSettings, files: StaticFiles = packageFiles()): Guest {
  assertGuestSettings(settings);
  const all = [...filesOfSettings(settings), ...staticFilesOf(settings.role, files), ...(settings.extraFiles ?? [])];
  const paths = all.map(({ path }) => path);
  const twice = paths.filter((path, index) => paths.indexOf(path) !== index);
  if (twice.length > 0) {
    throw new Refusal(`extraFiles must not have what is written already, got ${twice.join(', ')}`);
  }
  for (const { path, content } of settings.extraFiles ?? []) {
    refuseSecret(`extraFiles ${path}`, content);
  }
  const cloudConfig = renderCloudConfig(all, unitsOf(all));
  return { cloudConfig, ...customDataOf(cloudConfig) };
}

/** The set-up; and on members of a mirror what listens to Azure, which waits for the set-up. */
function unitsOf(files: readonly GuestFile[]): string[] {
  return ['iris-setup.service', 'iris-scheduled-events.service'].filter((unit) =>
    files.some(({ path }) => path === `/etc/systemd/system/${unit}`),
  );
}

function filesOfSettings(settings: GuestSettings): GuestFile[] {
  return [
    etc('guest.env', renderGuestEnvironment(environmentOf(settings)), '0600'),
    etc('steps', `${stepsOf(settings.role).join('\n')}\n`),
    ...filesOfRole(settings),
  ];
}

function filesOfRole(settings: GuestSettings): GuestFile[] {
  switch (settings.role) {
    case 'web':
      return [
        etc('web/httpd.conf', webHttpdConf(settings.web)),
        etc('web/CSP.ini', webCspIni(settings.web, settings.product)),
        etc('web/health', 'up\n'),
      ];
    case 'primary':
    case 'backup':
    case 'dr-async': {
      const { disks, databaseFreePercent = 0, superserverPort = 1972, product } = settings;
      return [
        etc('volumes.tsv', renderVolumes(disks, databaseFreePercent)),
        etc('web/httpd.conf', memberHttpdConf({ ...settings, superserverPort })),
        etc('web/CSP.ini', memberCspIni({ superserverPort, product })),
      ];
    }
    default:
      return [];
  }
}

function etc(name: string, content: string, permissions = '0644'): GuestFile {
  return { path: `/etc/iris-azure/${name}`, content, permissions };
}
