import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { condense } from './condense';
import { type GuestFile } from './guest-file';
import { type Role } from './role';
import { type Step, stepsOf } from './steps';

/** Static files by their names below the folder `files`, such as `lib/common.sh`. */
export type StaticFiles = ReadonlyMap<string, string>;

/** Where the files are: `src` and `dist` both lie directly below the package. */
const folder = join(__dirname, '..', 'files');

/** Folders of static files: where they are on a machine, and their modes. */
const places: Readonly<Record<string, { readonly path: string; readonly permissions: string }>> = {
  lib: { path: '/usr/local/lib/iris-azure/lib', permissions: '0755' },
  steps: { path: '/usr/local/lib/iris-azure/steps', permissions: '0755' },
  backup: { path: '/usr/local/lib/iris-azure/backup', permissions: '0700' },
  objectscript: { path: '/usr/local/lib/iris-azure/objectscript', permissions: '0644' },
  bin: { path: '/usr/local/sbin', permissions: '0755' },
  systemd: { path: '/etc/systemd/system', permissions: '0644' },
};

/** What every machine has beside its steps. */
const everywhere = ['lib/common.sh', 'lib/steps.sh', 'bin/iris-setup', 'systemd/iris-setup.service'];

/** What comes with a step and is named by no script: commands for people, and what Azure or a timer calls. */
const withStep: Readonly<Partial<Record<Step, readonly (string | RegExp)[]>>> = {
  certificates: [/^(bin|systemd)\/iris-renew-certificates/],
  mirror: [/^bin\/iris-(mirror-status|promote|demote|return)$/, /^(bin|systemd)\/iris-scheduled-events/],
  'backup-scripts': [
    /^backup\//,
    /^(bin|systemd)\/iris-(freeze|thaw|online-backup|integrity-check|purge-journals|lvm-snapshot)/,
  ],
};

/** Reads the package's static files. */
export function packageFiles(): StaticFiles {
  return new Map(
    Object.keys(places)
      .filter((place) => existsSync(join(folder, place)))
      .flatMap((place) =>
        readdirSync(join(folder, place), { withFileTypes: true })
          .filter((entry) => entry.isFile())
          .map(({ name }): [string, string] => [`${place}/${name}`, readFileSync(join(folder, place, name), 'utf8')])
          .sort(([one], [other]) => (one < other ? -1 : 1)),
      ),
  );
}

/**
 * Static files that a role needs, sorted by their names: its steps, and what they name, directly or by way of each other. Scripts
 * come without their comments.
 *
 * @throws Error when a step or what it reads is missing: the package is not whole.
 */
export function staticFilesOf(role: Role, files: StaticFiles): GuestFile[] {
  const names = [...files.keys()];
  const steps = stepsOf(role);
  const further = steps.flatMap((step) => withStep[step] ?? []);
  const begin = [
    ...everywhere,
    ...steps.map((step) => `steps/${step}.sh`),
    ...names.filter((name) => further.some((pattern) => name.match(pattern))),
  ];
  return [...withAllThatIsNamed(begin, files)].sort().map((name) => {
    const [place = '', file = ''] = name.split('/');
    const target = places[place];
    if (!target) {
      throw new Error(`${name} is in no folder of files that are known`);
    }
    return {
      path: `${target.path}/${file}`,
      content: condensed(name, contentOf(name, files)),
      permissions: target.permissions,
    };
  });
}

function withAllThatIsNamed(begin: readonly string[], files: StaticFiles): ReadonlySet<string> {
  const found = new Set<string>();
  const open = [...begin];
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    if (!found.has(name)) {
      found.add(name);
      open.push(...namedBy(name, files));
    }
  }
  return found;
}

/** Files that one names: by their paths, and commands, units and ObjectScript by their names alone. */
function namedBy(name: string, files: StaticFiles): string[] {
  const content = condensed(name, contentOf(name, files));
  const paths = [...content.matchAll(/\b(?:lib|backup|objectscript)\/[\w.-]+\.(?:sh|txt)\b/g)].map(([path]) => path);
  const objectscript = [...content.matchAll(/\bobjectscript ([a-z][\w-]*)/g)].map(
    ([, code]) => `objectscript/${code}.txt`,
  );
  const commands = [
    ...content.matchAll(/(?<![\w./-])(?:\/usr\/local\/sbin\/)?(iris-[a-z-]*[a-z])(?![\w-])(?:\.(?:service|timer))?/g),
  ];
  const alone = commands.flatMap(([whole, command]) =>
    /\.(service|timer)$/.test(whole) ? [`systemd/${whole}`] : [`bin/${command}`],
  );
  const unit = /^systemd\/(.*)\.timer$/.exec(name)?.[1];
  return [
    ...paths,
    // A word may stand for something else: it counts where there is such a file.
    ...[...objectscript, ...alone, ...(unit ? [`systemd/${unit}.service`] : [])].filter((file) => files.has(file)),
  ];
}

function contentOf(name: string, files: StaticFiles): string {
  const content = files.get(name);
  if (content === undefined) {
    throw new Error(`packages/guest/files/${name} is missing: the package is not whole`);
  }
  return content;
}

function condensed(name: string, content: string): string {
  if (name.startsWith('objectscript/')) {
    return content;
  }
  return name.startsWith('systemd/') ? content.replace(/^#.*\n/gm, '') : condense(content);
}
