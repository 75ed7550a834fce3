import { stringify } from 'yaml';
import { type GuestFile } from './guest-file';

/**
 * Renders cloud-init's document: all files, and after them the units that are started. Disks, packages and all else are for steps,
 * which can wait, try again and go on; cloud-init does its part once.
 *
 * Units are not waited for: cloud-init, and with it the boot, would end as late as the set-up of another machine.
 *
 * @param files what is written, in this order
 * @param units systemd's units that are enabled and started, in this order
 * @see https://docs.cloud-init.io/en/latest/reference/modules.html
 */
export function renderCloudConfig(files: readonly GuestFile[], units: readonly string[]): string {
  const document = {
    write_files: files.map(({ path, content, permissions }) => ({ path, owner: 'root:root', permissions, content })),
    runcmd: [
      ['systemctl', 'daemon-reload'],
      ...units.map((unit) => ['systemctl', 'enable', '--now', '--no-block', unit]),
    ],
  };
  return `#cloud-config\n${stringify(document, { lineWidth: 0, aliasDuplicateObjects: false, version: '1.1' })}`;
}
