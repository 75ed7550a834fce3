import { Refusal } from '@iris-azure/foundation';
import { type Action, definedProperties, type MergeValue, type Operation } from './merge-file';

type Properties = ReadonlyMap<string, MergeValue>;

/** What an action does in ObjectScript: statements that leave a status in `sc`. */
type Statements = (properties: Properties, instance: string) => string;

/**
 * Renders actions as ObjectScript for a session of Caché, which has no configuration merge: one action a line, since a session reads line
 * by line. What exists is left as it is; after the first action that fails nothing is done. Whoever runs it adds the last line, which
 * tells that all is done.
 *
 * @param instance name of the instance, the same on all members of a mirror
 * @throws Refusal when a value has a line break or another control character.
 */
export function renderObjectScript(actions: readonly Action[], instance: string): string {
  return actions.map((action) => `${line(action, instance)}\n`).join('');
}

function line({ operation, properties }: Action, instance: string): string {
  const defined = new Map(definedProperties(properties));
  const label = literal(`${operation} ${String(defined.get('Name') ?? '')}`);
  const fail = (reason: string) =>
    `set irisAzureFailed=1 write !,"IRIS-AZURE:failed=",${label},": ",$translate(${reason},$char(13,10),"  "),!`;
  return (
    `if '$data(irisAzureFailed) { try { kill p set sc=1 ${statements[operation](defined, instance)} ` +
    `if $system.Status.IsError(sc) { ${fail('$system.Status.GetErrorText(sc)')} } } catch e { ${fail('e.DisplayString()')} } }`
  );
}

const statements: Readonly<Record<Operation, Statements>> = {
  ModifyService: (service) =>
    `${array('p', service, ['Enabled'])} set sc=##class(Security.Services).Modify(${valueOf(service, 'Name')},.p)`,
  ConfigMirror: (mirror, instance) =>
    `if '$system.Mirror.IsMember() { ${serviceOn('%Service_Mirror')} ${joining(mirror, instance)} } ${untilSettled}`,
  // Compression types are IRIS's; Caché compresses with zlib.
  ModifyMirror: (mirror) =>
    `${array('p', mirror, ['CompressionForAsyncMembers'])} set sc=##class(Config.Mirrors).Modify(${valueOf(mirror, 'Name')},.p)`,
  CreateResource: (resource) =>
    `if '##class(Security.Resources).Exists(${valueOf(resource, 'Name')}) { ` +
    `set sc=##class(Security.Resources).Create(${valueOf(resource, 'Name')},${valueOf(resource, 'Description')},"") }`,
  CreateDatabase: (database) =>
    database.has('Server')
      ? known(database)
      : database.has('LogicalOnly')
        ? `${opened(database)} if 'd.Mirrored { set sc=##class(SYS.Mirror).AddDatabase(${valueOf(database, 'Directory')},${valueOf(database, 'MirrorDBName')}) }`
        : `${made(database)} if sc { ${known(database)} }`,
  CreateNamespace: (namespace) =>
    `if '##class(Config.Namespaces).Exists(${valueOf(namespace, 'Name')}) { set p("Routines")=${valueOf(namespace, 'Globals')} ` +
    `${array('p', namespace, ['Globals'])} set sc=##class(Config.Namespaces).Create(${valueOf(namespace, 'Name')},.p) }`,
};

const serviceOn = (name: string) =>
  `kill s set s("Enabled")=1 set sc=##class(Security.Services).Modify(${literal(name)},.s)`;

/** Databases can be mirrored only once the mirror has taken the member. */
const untilSettled =
  'if sc { for i=1:1:60 { set s=$system.Mirror.GetStatus() quit:(s="PRIMARY")!(s="BACKUP")!(s="CONNECTED")  hang 2 } }';

function joining(mirror: Properties, instance: string): string {
  const names = `${valueOf(mirror, 'Name')},${valueOf(mirror, 'SystemName')}`;
  const information = array('m', mirror, ['ECPAddress', 'MirrorAddress', 'AgentAddress', 'AgentPort']);
  const prepared = `if sc { kill m,t ${information} ${tls(mirror)}`;
  const from = `${names},${literal(instance)},${valueOf(mirror, 'Primary')},${valueOf(mirror, 'AgentPort')}`;
  switch (mirror.get('Member')) {
    case 'primary': {
      const arbiter = mirror.get('ArbiterURL');
      const node =
        arbiter === undefined ? '' : `set m("ArbiterNode")=${literal(String(arbiter).replace(/:(\d+)$/, '|$1'))} `;
      return `${prepared} set m("UseSSL")=1 ${node}set sc=##class(SYS.Mirror).CreateNewMirrorSet(${names},.m,.t) }`;
    }
    case 'backup':
      return `${prepared} set sc=##class(SYS.Mirror).JoinMirrorAsFailoverMember(${from},.m,.t) }`;
    default: {
      const type = ['drasync', 'rorasync', 'rwrasync'].indexOf(String(mirror.get('Member')));
      return `${prepared} set sc=##class(SYS.Mirror).JoinMirrorAsAsyncMember(${from},${type},.m,.t) }`;
    }
  }
}

/** Unconfirmed: the names in the array of TLS files are those that public projects give to this parameter; 2 is RSA. */
function tls(mirror: Properties): string {
  const folder = String(mirror.get('SSLDir')).replace(/\/$/, '');
  const files = { CAFile: 'CAFile.pem', CertificateFile: 'CertificateFile.pem', PrivateKeyFile: 'PrivateKeyFile.pem' };
  const set = Object.entries(files).map(([name, file]) => `t("${name}")=${literal(`${folder}/${file}`)}`);
  return `set ${[...set, 't("PrivateKeyPassword")=""', 't("PrivateKeyType")=2'].join(',')}`;
}

function opened(database: Properties): string {
  return `set d=##class(SYS.Database).%OpenId(${valueOf(database, 'Directory')})`;
}

function made(database: Properties): string {
  const given = ['Directory', 'ResourceName', 'Size', 'EncryptedDB', 'MirrorSetName', 'MirrorDBName'].filter((name) =>
    database.has(name),
  );
  const set = given.map((name) => `d.${name}=${valueOf(database, name)}`).join(',');
  return (
    `if '##class(SYS.Database).%ExistsId(${valueOf(database, 'Directory')}) { ` +
    `set d=##class(SYS.Database).%New() set ${set} set sc=d.%Save() }`
  );
}

function known(database: Properties): string {
  return (
    `if '##class(Config.Databases).Exists(${valueOf(database, 'Name')}) { ${array('p', database, ['Directory', 'Server'])} ` +
    `set sc=##class(Config.Databases).Create(${valueOf(database, 'Name')},.p) }`
  );
}

function array(variable: string, properties: Properties, names: readonly string[]): string {
  const given = names.filter((name) => properties.has(name));
  return `set ${given.map((name) => `${variable}("${name}")=${valueOf(properties, name)}`).join(',')}`;
}

function valueOf(properties: Properties, name: string): string {
  return literal(properties.get(name) ?? '');
}

/** A string in ObjectScript: a quote in it is written twice. */
function literal(value: MergeValue): string {
  if (typeof value === 'number') {
    return String(value);
  }
  if (/\p{Cc}/u.test(value)) {
    throw new Refusal(`text of a session must be without line breaks, got ${JSON.stringify(value)}; set another value`);
  }
  return `"${value.replaceAll('"', '""')}"`;
}
