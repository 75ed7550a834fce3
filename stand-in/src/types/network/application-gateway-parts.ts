import { z } from 'zod';
import { badRequest } from '../../arm/arm-error';
import { without } from '../../arm/json';
import { principalsOf } from '../../arm/identities';
import { type Resource } from '../../arm/resource';
import { ResourceId } from '../../arm/resource-id';
import { type ResourceType } from '../../arm/resource-type';
import { anything, object, reference } from '../../arm/shape';
import { type Azure } from '../../azure';
import { findSecret } from '../../vault/find-object';
import { mayAct } from '../authorization/access';
import { part } from '../part';
import { referenceIn, withPrivateAddress } from './addresses';
import { checkPublicAddressIsFree } from './public-ip-address';

const base = 'Microsoft.Network/applicationGateways';

/** Type names of the parts that others ask for. */
export const gatewayPartTypes = {
  ipConfiguration: `${base}/gatewayIPConfigurations`,
  frontend: `${base}/frontendIPConfigurations`,
  port: `${base}/frontendPorts`,
  listener: `${base}/httpListeners`,
  rule: `${base}/requestRoutingRules`,
} as const;

const protocol = z.enum(['Http', 'Https', 'Tcp', 'Tls']);

/** Names of Azure's own TLS policies. */
const policyNames = [
  'AppGwSslPolicy20150501',
  'AppGwSslPolicy20170401',
  'AppGwSslPolicy20170401S',
  'AppGwSslPolicy20220101',
  'AppGwSslPolicy20220101S',
] as const;

/** @see https://learn.microsoft.com/azure/application-gateway/application-gateway-ssl-policy-overview */
export const sslPolicy = object({
  cipherSuites: z.array(z.string()),
  disabledSslProtocols: z.array(z.string()),
  minProtocolVersion: z.enum(['TLSv1_0', 'TLSv1_1', 'TLSv1_2', 'TLSv1_3']),
  policyName: z.enum(policyNames),
  policyType: z.enum(['Custom', 'CustomV2', 'Predefined']),
});

const ipConfiguration = part(gatewayPartTypes.ipConfiguration, {
  properties: { subnet: reference },
  required: ['subnet'],
});

const frontend = part(gatewayPartTypes.frontend, {
  properties: {
    privateIPAddress: z.string(),
    privateIPAllocationMethod: z.enum(['Dynamic', 'Static']),
    privateLinkConfiguration: reference,
    publicIPAddress: reference,
    subnet: reference,
  },
  check: (resource, azure) => checkPublicAddressIsFree(referenceIn(resource, 'publicIPAddress'), resource, azure),
  complete: withPrivateAddress,
});

const port = part(gatewayPartTypes.port, {
  properties: { port: z.int().min(1).max(65535) },
  required: ['port'],
});

/** A certificate is given, or lies in a vault from which the gateway's identity may read it. */
const sslCertificate = part(`${base}/sslCertificates`, {
  properties: { data: z.string(), keyVaultSecretId: z.string(), password: z.string() },
  shown: ['publicCertData'],
  check: checkVaultSecret,
  complete: (certificate) => ({
    ...certificate,
    properties: without(certificate.properties, 'data', 'password'),
  }),
});

const trustedRootCertificate = part(`${base}/trustedRootCertificates`, {
  properties: { data: z.string(), keyVaultSecretId: z.string() },
  check: checkVaultSecret,
});

const backendAddressPool = part(`${base}/backendAddressPools`, {
  properties: {
    backendAddresses: z.array(object({ fqdn: z.string(), ipAddress: z.ipv4() })),
  },
  shown: ['backendIPConfigurations'],
});

const backendHttpSettings = part(`${base}/backendHttpSettingsCollection`, {
  properties: {
    affinityCookieName: z.string(),
    authenticationCertificates: z.array(reference),
    connectionDraining: object({ drainTimeoutInSec: z.int().min(1).max(3600), enabled: z.boolean() }),
    cookieBasedAffinity: z.enum(['Disabled', 'Enabled']),
    dedicatedBackendConnection: z.boolean(),
    hostName: z.string(),
    path: z.string(),
    pickHostNameFromBackendAddress: z.boolean(),
    port: z.int().min(1).max(65535),
    probe: reference,
    probeEnabled: z.boolean(),
    protocol,
    requestTimeout: z.int().min(1).max(86400),
    sniName: z.string(),
    trustedRootCertificates: z.array(reference),
    validateCertChainAndExpiry: z.boolean(),
    validateSNI: z.boolean(),
  },
  required: ['port', 'protocol'],
});

const listener = part(gatewayPartTypes.listener, {
  properties: {
    customErrorConfigurations: z.array(anything),
    firewallPolicy: reference,
    frontendIPConfiguration: reference,
    frontendPort: reference,
    hostName: z.string(),
    hostNames: z.array(z.string()).max(5),
    protocol,
    requireServerNameIndication: z.boolean(),
    sslCertificate: reference,
    sslProfile: reference,
  },
  required: ['frontendIPConfiguration', 'frontendPort', 'protocol'],
  check(resource) {
    if (resource.properties['protocol'] === 'Https' && referenceIn(resource, 'sslCertificate') === undefined) {
      throw badRequest(
        'ApplicationGatewayHttpsListenerMustReferenceCertificate',
        `HTTP listener ${resource.id} is configured with HTTPS protocol and must reference an SSL certificate.`,
      );
    }
  },
});

/** @see https://learn.microsoft.com/azure/application-gateway/application-gateway-probe-overview */
const probe = part(`${base}/probes`, {
  properties: {
    enableProbeProxyProtocolHeader: z.boolean(),
    host: z.string(),
    interval: z.int().min(1).max(86400),
    match: object({ body: z.string(), statusCodes: z.array(z.string()) }),
    minServers: z.int().min(0),
    path: z.string().regex(/^\//),
    pickHostNameFromBackendHttpSettings: z.boolean(),
    pickHostNameFromBackendSettings: z.boolean(),
    port: z.int().min(1).max(65535),
    protocol,
    timeout: z.int().min(1).max(86400),
    unhealthyThreshold: z.int().min(1).max(20),
  },
  required: ['protocol'],
});

const rule = part(gatewayPartTypes.rule, {
  properties: {
    backendAddressPool: reference,
    backendHttpSettings: reference,
    httpListener: reference,
    loadDistributionPolicy: reference,
    priority: z.int(),
    redirectConfiguration: reference,
    rewriteRuleSet: reference,
    ruleType: z.enum(['Basic', 'PathBasedRouting']),
    urlPathMap: reference,
  },
  required: ['httpListener'],
  check: checkRule,
});

const redirectConfiguration = part(`${base}/redirectConfigurations`, {
  properties: {
    includePath: z.boolean(),
    includeQueryString: z.boolean(),
    redirectType: z.enum(['Found', 'Permanent', 'SeeOther', 'Temporary']),
    targetListener: reference,
    targetUrl: z.string(),
  },
  shown: ['pathRules', 'requestRoutingRules', 'urlPathMaps'],
  required: ['redirectType'],
});

const sslProfile = part(`${base}/sslProfiles`, {
  properties: { clientAuthConfiguration: anything, sslPolicy, trustedClientCertificates: z.array(reference) },
});

const urlPathMap = part(`${base}/urlPathMaps`, {
  properties: {
    defaultBackendAddressPool: reference,
    defaultBackendHttpSettings: reference,
    defaultLoadDistributionPolicy: reference,
    defaultRedirectConfiguration: reference,
    defaultRewriteRuleSet: reference,
    pathRules: z.array(anything),
  },
});

const rewriteRuleSet = part(`${base}/rewriteRuleSets`, { properties: { rewriteRules: z.array(anything) } });

/** Parts of an application gateway, by the property in which they are written. */
export const gatewayParts: Readonly<Record<string, readonly ResourceType[]>> = {
  gatewayIPConfigurations: [ipConfiguration],
  frontendIPConfigurations: [frontend],
  frontendPorts: [port],
  sslCertificates: [sslCertificate],
  trustedRootCertificates: [trustedRootCertificate],
  sslProfiles: [sslProfile],
  backendAddressPools: [backendAddressPool],
  backendHttpSettingsCollection: [backendHttpSettings],
  probes: [probe],
  httpListeners: [listener],
  redirectConfigurations: [redirectConfiguration],
  rewriteRuleSets: [rewriteRuleSet],
  urlPathMaps: [urlPathMap],
  requestRoutingRules: [rule],
};

/** @see https://learn.microsoft.com/azure/application-gateway/key-vault-certs */
function checkVaultSecret(certificate: Resource, azure: Azure): void {
  const { keyVaultSecretId: url } = certificate.properties;
  if (typeof url !== 'string') {
    return;
  }
  const gateway = azure.store.find(ResourceId.parse(certificate.id).parent?.text);
  const secret = findSecret(url, azure);
  const principals = gateway ? principalsOf(gateway) : [];
  const action = 'Microsoft.KeyVault/vaults/secrets/getSecret/action';
  if (!secret || !principals.some((principal) => mayAct(azure, principal, secret.object.id, action))) {
    throw badRequest(
      'ApplicationGatewayKeyVaultSecretException',
      `Problem occurred while accessing and validating KeyVault Secrets associated with Application Gateway '${gateway?.id ?? ''}': ${url} ${secret ? 'may not be read by an identity of the gateway' : 'does not exist'}.`,
    );
  }
}

function checkRule(resource: Resource, { store }: Azure): void {
  const { priority, ruleType = 'Basic' } = resource.properties;
  const siblings = store
    .children(ResourceId.parse(resource.id).parent?.text ?? '', gatewayPartTypes.rule)
    .filter(({ id }) => id !== resource.id);
  if (typeof priority !== 'number' || priority < 1 || priority > 20000) {
    throw badRequest(
      'ApplicationGatewayRequestRoutingRulePriorityCannotBeEmpty',
      `Request routing rule ${resource.id} must have a priority of 1 to 20000, got ${JSON.stringify(priority)}.`,
    );
  }
  if (siblings.some(({ properties }) => properties['priority'] === priority)) {
    throw badRequest(
      'ApplicationGatewayRequestRoutingRulePriorityHasToBeUnique',
      `Request routing rules of an application gateway must have different priorities, got ${priority} twice.`,
    );
  }
  const listenerId = referenceIn(resource, 'httpListener')?.toLowerCase();
  if (siblings.some((other) => referenceIn(other, 'httpListener')?.toLowerCase() === listenerId)) {
    throw badRequest(
      'ApplicationGatewayRequestRoutingRulesUseSameListener',
      `Two request routing rules use the same HTTP listener ${listenerId ?? ''}.`,
    );
  }
  const goesTo = ['backendAddressPool', 'redirectConfiguration'].some(
    (end) => referenceIn(resource, end) !== undefined,
  );
  if (ruleType === 'Basic' && !goesTo) {
    throw badRequest(
      'ApplicationGatewayRequestRoutingRuleMustHaveTarget',
      `Request routing rule ${resource.id} must reference a backend address pool with its settings, or a redirect configuration.`,
    );
  }
}
