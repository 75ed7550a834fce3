import { type Body, type Change, type Place } from './production';

/** One thing that is changed in the real estate, and the one rule that must see it. */
export interface Mutant {
  /** Id of the rule that must fail. */
  readonly rule: string;
  /** What was done, to complete "fails when ...". */
  readonly when: string;
  /** Resource that is changed. */
  readonly at: Place;
  readonly change: Change;
  /** Resource on which the rule fails. @default the one that is changed */
  readonly failsAt?: Place;
}

const place =
  (type: string) =>
  (stack: Place['stack'], construct: string): Place => ({ stack, type, construct });

const applicationGateway = place('azurerm_application_gateway');
const availabilitySet = place('azurerm_availability_set');
const diskAttachment = place('azurerm_virtual_machine_data_disk_attachment');
const diskEncryptionSet = place('azurerm_disk_encryption_set');
const endpoint = place('azurerm_traffic_manager_azure_endpoint');
const firewallPolicy = place('azurerm_web_application_firewall_policy');
const keyVault = place('azurerm_key_vault');
const keyVaultKey = place('azurerm_key_vault_key');
const loadBalancer = place('azurerm_lb');
const managedDisk = place('azurerm_managed_disk');
const networkInterface = place('azurerm_network_interface');
const poolAssociation = place('azurerm_network_interface_backend_address_pool_association');
const privateEndpoint = place('azurerm_private_endpoint');
const probe = place('azurerm_lb_probe');
const profile = place('azurerm_traffic_manager_profile');
const roleAssignment = place('azurerm_role_assignment');
const rule = place('azurerm_lb_rule');
const securityGroup = place('azurerm_network_security_group');
const virtualMachine = place('azurerm_linux_virtual_machine');

const primary = virtualMachine('mirror', 'Mirror/Primary/Resource');
const backup = virtualMachine('mirror', 'Mirror/Backup/Resource');
const arbiter = virtualMachine('mirror', 'Mirror/Arbiter/Resource');
const webServer = virtualMachine('compute', 'Compute/Web/Server2/Resource');
const printServer = virtualMachine('compute', 'Compute/Print/Server1/Resource');
const journal = managedDisk('mirror', 'Mirror/Primary/Journal/Resource');
const journalAttachment = diskAttachment('mirror', 'Mirror/Primary/Journal/Attachment');
const vault = keyVault('security', 'Security/KeyVault/Resource');
const diskKey = keyVaultKey('security', 'Security/DiskEncryption/Key/Resource');
const encryptionSet = diskEncryptionSet('security', 'Security/DiskEncryption/Resource');
const gateway = applicationGateway('compute', 'Compute/ApplicationGateway/Resource');
const trafficManager = profile('dr', 'DisasterRecovery/TrafficManager/Resource');

const set =
  (attribute: string, value: unknown) =>
  (body: Body): void => {
    body[attribute] = value;
  };

const omit =
  (attribute: string) =>
  (body: Body): void => {
    Reflect.deleteProperty(body, attribute);
  };

/** Makes an attribute name another resource of the same stack. */
const refer =
  (attribute: string, target: Place): Change =>
  (body, address) => {
    body[attribute] = `\${${address(target)}.id}`;
  };

/** Applies a change to a block within a resource: the only one, or the first of a list. */
const within =
  (block: string, change: (body: Body) => void) =>
  (body: Body): void => {
    const blocks = body[block];
    change((Array.isArray(blocks) ? blocks[0] : blocks) as Body);
  };

const securityRule =
  (name: string, changed: Body) =>
  (body: Body): void => {
    const rules = body['security_rule'] as Body[];
    Object.assign(rules.find((candidate) => candidate['name'] === name) ?? {}, changed);
  };

/** A mutant for each rule of the catalogue. */
export const mutants: readonly Mutant[] = [
  {
    rule: 'IRIS-STG-001',
    when: 'an operating system disk is Standard SSD',
    at: backup,
    change: within('os_disk', set('storage_account_type', 'StandardSSD_LRS')),
  },
  {
    rule: 'IRIS-STG-002',
    when: 'a journal disk is Standard SSD',
    at: journal,
    change: set('storage_account_type', 'StandardSSD_LRS'),
  },
  {
    rule: 'IRIS-STG-003',
    when: 'a web server has a size without Premium storage',
    at: webServer,
    change: set('size', 'Standard_D4_v5'),
  },
  {
    rule: 'IRIS-STG-004',
    when: 'a journal is cached by the host',
    at: journalAttachment,
    change: set('caching', 'ReadOnly'),
  },
  {
    rule: 'IRIS-STG-005',
    when: 'a cached database disk is larger than the host can cache',
    at: managedDisk('mirror', 'Mirror/Primary/Database0/Resource'),
    change: set('disk_size_gb', 8192),
    failsAt: diskAttachment('mirror', 'Mirror/Primary/Database0/Attachment'),
  },
  {
    rule: 'IRIS-STG-006',
    when: 'a member has no disk for the alternate journal',
    at: managedDisk('mirror', 'Mirror/Primary/AlternateJournal/Resource'),
    change: omit('tags'),
    failsAt: primary,
  },
  {
    rule: 'IRIS-STG-007',
    when: 'two disks of a machine have the same LUN',
    at: journalAttachment,
    change: set('lun', 1),
    failsAt: primary,
  },
  {
    rule: 'IRIS-STG-008',
    when: 'a machine in an availability set has a Premium SSD v2 disk',
    at: journal,
    change: set('storage_account_type', 'PremiumV2_LRS'),
  },
  {
    rule: 'IRIS-STG-009',
    when: 'the backup is smaller than the primary',
    at: backup,
    change: set('size', 'Standard_E16ds_v5'),
  },
  {
    rule: 'IRIS-AVL-001',
    when: 'a web server is in no availability set',
    at: webServer,
    change: omit('availability_set_id'),
  },
  {
    rule: 'IRIS-AVL-002',
    when: 'a print server joins the set of another tier, and leaves one machine in its own',
    at: printServer,
    change: refer('availability_set_id', availabilitySet('compute', 'Compute/Application/AvailabilitySet/Resource')),
    failsAt: availabilitySet('compute', 'Compute/Print/AvailabilitySet/Resource'),
  },
  {
    rule: 'IRIS-AVL-003',
    when: 'an availability set is not aligned',
    at: availabilitySet('compute', 'Compute/Web/AvailabilitySet/Resource'),
    change: set('managed', false),
  },
  {
    rule: 'IRIS-AVL-004',
    when: 'the arbiter stands in a zone, apart from the set of the failover members',
    at: arbiter,
    change: (body) => {
      delete body['availability_set_id'];
      body['zone'] = '1';
    },
  },
  {
    rule: 'IRIS-AVL-005',
    when: 'a mirror has no arbiter',
    at: arbiter,
    change: omit('tags'),
    failsAt: primary,
  },
  {
    rule: 'IRIS-AVL-006',
    when: 'the set of a mirror has two fault domains',
    at: availabilitySet('mirror', 'Mirror/AvailabilitySet/Resource'),
    change: set('platform_fault_domain_count', 2),
  },
  {
    rule: 'IRIS-AVL-007',
    when: 'a tier has one server',
    at: printServer,
    change: within('tags', set('iris-tier', 'application')),
    failsAt: virtualMachine('compute', 'Compute/Print/Server0/Resource'),
  },
  {
    rule: 'IRIS-AVL-008',
    when: 'a load balancer is of SKU Basic',
    at: loadBalancer('compute', 'Compute/InternalLoadBalancer/Resource'),
    change: set('sku', 'Basic'),
  },
  {
    rule: 'IRIS-AVL-009',
    when: "the mirror's load balancer probes another page",
    at: probe('mirror', 'Mirror/LoadBalancer/Probe'),
    change: set('request_path', '/'),
  },
  {
    rule: 'IRIS-AVL-010',
    when: 'a probe is slower than it could be',
    at: probe('compute', 'Compute/ExternalLoadBalancer/Probe'),
    change: set('interval_in_seconds', 15),
  },
  {
    rule: 'IRIS-AVL-011',
    when: "the mirror's load balancer leaves connections to a dead primary open",
    at: rule('mirror', 'Mirror/LoadBalancer/Rule'),
    change: omit('tcp_reset_enabled'),
  },
  {
    rule: 'IRIS-AVL-012',
    when: 'the backup is not behind the load balancer',
    at: poolAssociation('mirror', 'Mirror/LoadBalancer/BackupAssociation'),
    change: refer('network_interface_id', networkInterface('mirror', 'Mirror/Arbiter/NetworkInterface')),
    failsAt: backup,
  },
  {
    rule: 'IRIS-AVL-013',
    when: 'a client may reach another server with each connection',
    at: rule('compute', 'Compute/InternalLoadBalancer/Rule'),
    change: omit('load_distribution'),
  },
  {
    rule: 'IRIS-AVL-014',
    when: 'a web server is not behind the internal load balancer',
    at: poolAssociation('compute', 'Compute/InternalLoadBalancer/Server2Association'),
    change: set(
      'network_interface_id',
      '/subscriptions/0/resourceGroups/other/providers/Microsoft.Network/networkInterfaces/other',
    ),
    failsAt: webServer,
  },
  {
    rule: 'IRIS-AVL-015',
    when: 'a gateway may shrink to one instance',
    at: gateway,
    change: within('autoscale_configuration', set('min_capacity', 1)),
  },
  {
    rule: 'IRIS-AVL-016',
    when: 'the end point of the second region is out of service',
    at: endpoint('dr', 'DisasterRecovery/TrafficManager/DisasterRecovery'),
    change: set('enabled', false),
    failsAt: trafficManager,
  },
  {
    rule: 'IRIS-AVL-017',
    when: 'Traffic Manager spreads users over both regions',
    at: trafficManager,
    change: set('traffic_routing_method', 'Weighted'),
  },
  {
    rule: 'IRIS-AVL-018',
    when: 'the DR member stands in the region of its primary',
    at: virtualMachine('dr', 'DisasterRecovery/MirrorMember/Resource'),
    change: set('location', 'westeurope'),
    failsAt: primary,
  },
  {
    rule: 'IRIS-ENC-001',
    when: 'a data disk has no disk encryption set',
    at: journal,
    change: omit('disk_encryption_set_id'),
  },
  {
    rule: 'IRIS-ENC-002',
    when: 'an operating system disk has no disk encryption set',
    at: arbiter,
    change: within('os_disk', omit('disk_encryption_set_id')),
  },
  {
    rule: 'IRIS-ENC-003',
    when: 'a machine is not encrypted at its host',
    at: webServer,
    change: omit('encryption_at_host_enabled'),
  },
  {
    rule: 'IRIS-ENC-004',
    when: 'a disk encryption set stays with the first version of its key',
    at: encryptionSet,
    change: omit('auto_key_rotation_enabled'),
  },
  {
    rule: 'IRIS-ENC-005',
    when: 'a disk encryption set may only read of its key',
    at: roleAssignment('security', 'Security/DiskEncryption/Key/DiskEncryptionRole'),
    change: set('role_definition_name', 'Key Vault Reader'),
    failsAt: encryptionSet,
  },
  {
    rule: 'IRIS-ENC-006',
    when: 'a deleted vault can be purged',
    at: vault,
    change: omit('purge_protection_enabled'),
  },
  {
    rule: 'IRIS-ENC-007',
    when: 'a vault authorizes by access policies',
    at: vault,
    change: set('rbac_authorization_enabled', false),
  },
  {
    rule: 'IRIS-ENC-008',
    when: 'a vault is open to the internet',
    at: vault,
    change: (body) => {
      body['public_network_access_enabled'] = true;
      delete body['network_acls'];
    },
  },
  {
    rule: 'IRIS-ENC-009',
    when: 'a vault has no private end point',
    at: privateEndpoint('security', 'Security/KeyVault/PrivateEndpoint'),
    change: within(
      'private_service_connection',
      set(
        'private_connection_resource_id',
        '/subscriptions/0/resourceGroups/other/providers/Microsoft.KeyVault/vaults/other',
      ),
    ),
    failsAt: vault,
  },
  {
    rule: 'IRIS-ENC-010',
    when: 'a key has 2048 bits',
    at: diskKey,
    change: set('key_size', 2048),
  },
  {
    rule: 'IRIS-ENC-011',
    when: 'a key never rotates',
    at: diskKey,
    change: omit('rotation_policy'),
  },
  {
    rule: 'IRIS-ENC-012',
    when: 'a disk can be exported',
    at: journal,
    change: set('network_access_policy', 'AllowAll'),
  },
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
    at: rule('compute', 'Compute/ExternalLoadBalancer/Rule'),
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
