import { X509Certificate } from 'node:crypto';
import { generate } from 'selfsigned';
import { isObject, type JsonObject } from '../arm/json';
import { type Resource } from '../arm/resource';
import { type Azure } from '../azure';
import { type CollectionActions, type VaultRequest } from './vault-action';
import { addressOf, attributesIn, changed, findObject, keep, nextNumber, versionName } from './vault-contents';
import { rsaSizes } from './keys';
import { VaultError } from './vault-error';

/** What a vault does with certificates. */
export const certificateActions: CollectionActions = {
  collection: 'certificates',
  shown,
  actions: [
    { method: 'POST', path: '/:name/create', dataAction: 'certificates/create/action', status: 202, act: create },
    { method: 'GET', path: '/:name/pending', dataAction: 'certificates/read', act: pending },
    { method: 'GET', path: '/:name/policy', dataAction: 'certificates/read', act: policyOf },
    { method: 'PATCH', path: '/:name/policy', dataAction: 'certificates/update/action', act: updatePolicy },
    { method: 'PATCH', path: '/:name/:version', dataAction: 'certificates/update/action', act: update },
    { method: 'PATCH', path: '/:name/', dataAction: 'certificates/update/action', act: update },
    { method: 'PATCH', path: '/:name', dataAction: 'certificates/update/action', act: update },
  ],
};

interface Policy {
  readonly issuer?: { readonly name?: string };
  readonly key_props?: JsonObject & { readonly kty?: string; readonly key_size?: number };
  readonly secret_props?: { readonly contentType?: string };
  readonly x509_props?: {
    readonly subject?: string;
    readonly validity_months?: number;
    readonly sans?: { readonly dns_names?: readonly string[] };
  };
}

function shown({ properties }: Resource): JsonObject {
  const { id, kid, sid, x5t, cer, contentType, attributes, tags, policy } = properties;
  return { id, kid, sid, x5t, cer, contentType, attributes, tags, policy };
}

/** Only a certificate that signs itself is issued at once; another is for an authority to sign, and there is none here. */
async function create({ vault, name, body }: VaultRequest, azure: Azure): Promise<JsonObject> {
  const policy = (isObject(body['policy']) ? body['policy'] : {}) as JsonObject & Policy;
  const { subject = '', validity_months: months = 12, sans } = policy.x509_props ?? {};
  if (policy.issuer?.name !== 'Self') {
    throw new VaultError(
      400,
      'BadParameter',
      `The stand-in issues certificates of issuer Self, got '${policy.issuer?.name ?? ''}'.`,
    );
  }
  const [, commonName] = /(?:^|,\s*)CN=([^,]+)/i.exec(subject) ?? [];
  if (commonName === undefined) {
    throw new VaultError(
      400,
      'BadParameter',
      `Property subject must be an X.500 name such as CN=www.example.org, got '${subject}'.`,
    );
  }
  const { kty = 'RSA', key_size: keySize = 2048 } = policy.key_props ?? {};
  if (kty !== 'RSA' || !rsaSizes.includes(keySize)) {
    throw new VaultError(
      400,
      'BadParameter',
      `The stand-in makes certificates with RSA keys of ${rsaSizes.join(', ')} bits, got ${kty} ${keySize}.`,
    );
  }
  const number = nextNumber(vault, 'certificates', name, azure);
  const version = versionName(vault, 'certificates', name, number);
  const made = await makeCertificate(`${vault.id}/${name} ${number}`.toLowerCase(), {
    commonName,
    dnsNames: sans?.dns_names ?? [],
    months,
    keySize,
  });
  const { contentType = 'application/x-pkcs12' } = policy.secret_props ?? {};
  const attributes = attributesIn(vault, {
    ...(body['attributes'] as JsonObject | undefined),
    nbf: Date.parse(made.certificate.validFrom) / 1000,
    exp: Date.parse(made.certificate.validTo) / 1000,
  });
  const kid = addressOf(vault, 'keys', name, version);
  const sid = addressOf(vault, 'secrets', name, version);
  const tags = body['tags'] ?? {};
  azure.store.transaction(() => {
    keep(
      vault,
      'certificates',
      name,
      {
        versions: number,
        id: addressOf(vault, 'certificates', name, version),
        kid,
        sid,
        x5t: Buffer.from(made.certificate.fingerprint.replaceAll(':', ''), 'hex').toString('base64url'),
        cer: made.certificate.raw.toString('base64'),
        contentType,
        attributes,
        tags,
        policy: {
          id: addressOf(vault, 'certificates', name, 'policy'),
          ...policy,
          attributes: attributesIn(vault, undefined),
        },
      },
      azure,
    );
    keep(
      vault,
      'keys',
      name,
      { versions: number, currentVersion: kid, key: { kid, ...policy.key_props }, attributes, tags, managed: true },
      azure,
    );
    keep(
      vault,
      'secrets',
      name,
      { versions: number, id: sid, value: made.pem, contentType, attributes, tags, managed: true, kid },
      azure,
    );
  });
  return operation(vault, name, 'inProgress');
}

function pending({ vault, name }: VaultRequest, azure: Azure): JsonObject {
  findObject(vault, 'certificates', name, azure);
  return operation(vault, name, 'completed');
}

function operation(vault: Resource, name: string, status: string): JsonObject {
  return {
    id: addressOf(vault, 'certificates', name, 'pending'),
    issuer: { name: 'Self' },
    status,
    cancellation_requested: false,
    ...(status === 'completed' && { target: addressOf(vault, 'certificates', name) }),
  };
}

function policyOf({ vault, name }: VaultRequest, azure: Azure): JsonObject {
  return findObject(vault, 'certificates', name, azure).properties['policy'] as JsonObject;
}

function updatePolicy(request: VaultRequest, azure: Azure): JsonObject {
  const { vault, name, body } = request;
  const { properties } = findObject(vault, 'certificates', name, azure);
  keep(
    vault,
    'certificates',
    name,
    { ...properties, policy: { ...(properties['policy'] as JsonObject), ...body } },
    azure,
  );
  return policyOf(request, azure);
}

function update({ vault, name, version, body }: VaultRequest, azure: Azure): JsonObject {
  const { properties } = findObject(vault, 'certificates', name, azure, version);
  return shown(keep(vault, 'certificates', name, changed(properties, body), azure));
}

interface Wanted {
  readonly commonName: string;
  readonly dnsNames: readonly string[];
  readonly months: number;
  readonly keySize: number;
}

interface Made {
  readonly certificate: X509Certificate;
  /** Certificate and private key: PEM for a policy that asks for PKCS #12 too, since nothing here opens either. */
  readonly pem: string;
}

/** One certificate for each name and policy, so that a second deployment gives the same. */
const certificates = new Map<string, Promise<Made>>();

async function makeCertificate(name: string, wanted: Wanted): Promise<Made> {
  const key = JSON.stringify([name, wanted]);
  const made = certificates.get(key) ?? selfSigned(wanted);
  certificates.set(key, made);
  return made;
}

async function selfSigned({ commonName, dnsNames, months, keySize }: Wanted): Promise<Made> {
  const notAfterDate = new Date();
  notAfterDate.setMonth(notAfterDate.getMonth() + months);
  const { cert, private: key } = await generate([{ name: 'commonName', value: commonName }], {
    algorithm: 'sha256',
    keyType: 'rsa',
    keySize,
    notAfterDate,
    extensions: [{ name: 'subjectAltName', altNames: dnsNames.map((value) => ({ type: 2, value })) }],
  });
  return { certificate: new X509Certificate(cert), pem: `${key}\n${cert}` };
}
