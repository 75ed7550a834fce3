import { type WebServerSettings } from './settings';
import { address, path, port } from '../rules';

/** What is wrong with the settings of a web server. */
export function webProblems(web: WebServerSettings): string[] {
  const { backends } = web;
  const names = backends.map(({ name }) => name);
  const paths = backends.flatMap((backend) => backend.paths);
  return [
    ...address('web.hostName', web.hostName),
    ...path('web.healthPath', web.healthPath),
    ...path('web.statusPath', web.statusPath),
    ...(web.statusAddresses.length > 0
      ? web.statusAddresses.flatMap((one) => address('web.statusAddresses', one))
      : ["web.statusAddresses must have this region's members, got none"]),
    ...(backends.length > 0 ? [] : ['web.backends must have at least one, got none']),
    ...(new Set(names).size === names.length ? [] : [`web.backends must have a name each, got ${names.join(', ')}`]),
    ...(new Set(paths).size === paths.length
      ? []
      : [`a path must belong to one of web.backends, got ${paths.join(', ')}`]),
    ...backends.flatMap((backend) => [
      ...(/^[A-Za-z][A-Za-z0-9-]{0,30}$/.test(backend.name) && !/^(SYSTEM|status|local)$/i.test(backend.name)
        ? []
        : [
            `web.backends name must be letters, digits and hyphens, and not SYSTEM, status or local, got '${backend.name}'`,
          ]),
      ...(backend.addresses.length > 0
        ? backend.addresses.flatMap((one) => address(`addresses of ${backend.name}`, one))
        : [`addresses of ${backend.name} must be at least one, got none`]),
      ...(backend.paths.length > 0
        ? backend.paths.flatMap((one) => path(`paths of ${backend.name}`, one))
        : [`paths of ${backend.name} must be at least one, such as /csp, got none`]),
      ...port(`superserverPort of ${backend.name}`, backend.superserverPort),
    ]),
  ];
}
