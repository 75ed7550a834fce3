/** Modules of Apache that are used, each after those that it needs. */
const modules = [
  'unixd',
  'log_config',
  'authz_core',
  'authz_host',
  'alias',
  'rewrite',
  'headers',
  'reqtimeout',
  'socache_shmcb',
  'ssl',
] as const;

/** Modules with which a web server asks members for their status. */
const proxyModules = [
  'watchdog',
  'slotmem_shm',
  'proxy',
  'proxy_http',
  'proxy_balancer',
  'proxy_hcheck',
  'lbmethod_byrequests',
] as const;

/** Loads modules that the distribution's Apache has not built in. */
export function loadModules({ proxy }: { readonly proxy: boolean }): string {
  return `# Where processing is built in, as on SUSE, it is that.
<IfModule !mpm_prefork_module>
<IfModule !mpm_worker_module>
<IfModule !mpm_event_module>
LoadModule mpm_event_module "\${MODULES}/mod_mpm_event.so"
</IfModule>
</IfModule>
</IfModule>
${[...modules, ...(proxy ? proxyModules : [])].map(loadModule).join('')}`;
}

function loadModule(name: string): string {
  return `<IfModule !${name}_module>\nLoadModule ${name}_module "\${MODULES}/mod_${name}.so"\n</IfModule>\n`;
}
