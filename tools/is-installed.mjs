import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

/**
 * Whether a folder's node_modules hold what its lockfile names.
 *
 * Compared are the packages of package-lock.json and those that npm noted at the end of its last installation, by version
 * and digest. Times are not: a clone, a branch switched forth and back, or a restored cache sets them at will.
 */
export function isInstalled(folder) {
  const installed = packages(path.join(folder, 'node_modules', '.package-lock.json'));
  const wanted = packages(path.join(folder, 'package-lock.json'));
  return (
    installed !== undefined &&
    wanted !== undefined &&
    Object.entries(wanted).every(([place, entry]) => isRoot(place) || isMet(entry, installed[place])) &&
    Object.keys(installed).every((place) => place in wanted)
  );
}

/** The lockfile's entry for the checkout itself, which is not installed. */
function isRoot(place) {
  return place === '';
}

/** Whether an installed package is the one wanted; an optional one may be missing, since it may be for other systems. */
function isMet(wanted, installed) {
  return installed === undefined
    ? wanted.optional === true
    : wanted.version === installed.version && wanted.integrity === installed.integrity;
}

/** Packages of a lockfile by their place, or nothing when there is no such file, or a broken one. */
function packages(lockfile) {
  if (!existsSync(lockfile)) {
    return undefined;
  }
  try {
    return JSON.parse(readFileSync(lockfile, 'utf8')).packages;
  } catch {
    return undefined;
  }
}
