import { securityRule, set, within } from './changes';
import { type Mutant } from './mutant';
import { applicationGateway, firewallPolicy, profile, rule, securityGroup } from './places';

const gateway = applicationGateway('compute', 'Compute/ApplicationGateway/Resource');
const trafficManager = profile('dr', 'DisasterRecovery/TrafficManager/Resource');

/** A mutant for each rule of the family `tls-in-flight`. */
export const tlsInFlight: readonly Mutant[] = [
  {
    rule: 'IRIS-TLS-001',
    when: 'a gateway listens by HTTP',
    at: gateway,
    change: within('http_listener', set('protocol', 'Http')),
  },
  {
    rule: 'IRIS-TLS-002',
    when: 'a gateway accepts TLS 1.0',
    at: gateway,
    change: within('ssl_policy', set('policy_name', 'AppGwSslPolicy20150501')),
  },
  {
    rule: 'IRIS-TLS-003',
    when: 'a gateway reaches its web servers by HTTP',
    at: gateway,
    change: within('backend_http_settings', set('protocol', 'Http')),
  },
  {
    rule: 'IRIS-TLS-004',
    when: 'a gateway holds a certificate of its own',
    at: gateway,
    change: within('ssl_certificate', (certificate) => {
      delete certificate['key_vault_secret_id'];
      certificate['data'] = 'cGZ4';
    }),
  },
  {
    rule: 'IRIS-TLS-005',
    when: 'the firewall of a gateway only detects',
    at: firewallPolicy('compute', 'Compute/ApplicationGateway/Firewall/Resource'),
    change: within('policy_settings', set('mode', 'Detection')),
    failsAt: gateway,
  },
  {
    rule: 'IRIS-TLS-006',
    when: 'Traffic Manager monitors by HTTP',
    at: trafficManager,
    change: within('monitor_config', set('protocol', 'HTTP')),
  },
  {
    rule: 'IRIS-TLS-007',
    when: 'a web load balancer forwards port 80',
    at: rule('compute', 'Compute/InternalLoadBalancer/Rule'),
    change: set('frontend_port', 80),
  },
  {
    rule: 'IRIS-TLS-008',
    when: 'web servers let plain HTTP in',
    at: securityGroup('network', 'Network/Web/SecurityGroup'),
    change: securityRule('AllowHttpsFromClients', { destination_port_range: '80' }),
  },
  {
    rule: 'IRIS-TLS-009',
    when: 'the superserver is open to the internet',
    at: securityGroup('network', 'Network/Data/SecurityGroup'),
    change: securityRule('AllowSuperserverFromTiers', {
      source_address_prefix: 'Internet',
      source_address_prefixes: null,
    }),
  },
];
