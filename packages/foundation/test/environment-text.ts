import { stringify } from 'yaml';

/** A valid environment without its optional fields, as a fresh object to be changed. */
export function environmentValues() {
  return {
    blueprint: 'trakcare',
    workload: 'trakcare',
    environment: 'test',
    organization: 'contoso',
    primary: { name: 'westeurope', addressSpace: '10.20.0.0/21' },
    disasterRecovery: { name: 'northeurope', addressSpace: '10.20.8.0/21', capacityPercent: 50 },
    hostName: 'trakcare.contoso.example',
    access: { clients: 'Internet', administrators: ['10.250.0.0/24'] },
    administrator: { userName: 'irisadmin' },
    image: { publisher: 'Canonical', offer: 'ubuntu-24_04-lts', sku: 'server', version: 'latest' },
    mirror: {
      name: 'TRAK',
      size: 'Standard_E32ds_v5',
      arbiterSize: 'Standard_D2s_v5',
      volumes: {
        installation: { sizeGib: 64 },
        database: { sizeGib: 1024, disks: 4 },
        wij: { sizeGib: 128 },
        journal: { sizeGib: 512 },
        alternateJournal: { sizeGib: 512 },
      },
    },
    web: { count: 2, size: 'Standard_D4s_v5', healthPath: '/health' },
    application: { count: 2, size: 'Standard_E8s_v5' },
    print: { count: 2, size: 'Standard_D2s_v5' },
  };
}

/** Text of the valid environment with the field at a dotted path set; `undefined` takes the field away. */
export function environmentText(field?: string, value?: unknown): string {
  return stringify(withFields(field === undefined ? {} : { [field]: value }));
}

/** Like {@link environmentText}, with several fields. */
export function environmentTextWith(fields: Readonly<Record<string, unknown>>): string {
  return stringify(withFields(fields));
}

function withFields(fields: Readonly<Record<string, unknown>>): unknown {
  const values = environmentValues();
  for (const [field, value] of Object.entries(fields)) {
    const path = field.split('.');
    const last = path.pop() ?? field;
    const parent = path.reduce<Record<string, unknown>>(
      (object, name) => object[name] as Record<string, unknown>,
      values,
    );
    parent[last] = value;
  }
  return values;
}
