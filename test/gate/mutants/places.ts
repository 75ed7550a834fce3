import { type Place } from '../environment-files';

/** Places of one type of resource: in TrakCare production, where no other environment is named. */
const place =
  (type: string) =>
  (stack: string, construct: string, environment = 'trakcare-prod'): Place => ({ environment, stack, type, construct });

/** Places of `azurerm_application_gateway`. */
export const applicationGateway = place('azurerm_application_gateway');
/** Places of `azurerm_availability_set`. */
export const availabilitySet = place('azurerm_availability_set');
/** Places of `azurerm_virtual_machine_data_disk_attachment`. */
export const diskAttachment = place('azurerm_virtual_machine_data_disk_attachment');
/** Places of `azurerm_disk_encryption_set`. */
export const diskEncryptionSet = place('azurerm_disk_encryption_set');
/** Places of `azurerm_traffic_manager_azure_endpoint`. */
export const endpoint = place('azurerm_traffic_manager_azure_endpoint');
/** Places of `azurerm_express_route_circuit`. */
export const circuit = place('azurerm_express_route_circuit');
/** Places of `azurerm_express_route_circuit_peering`. */
export const circuitPeering = place('azurerm_express_route_circuit_peering');
/** Places of `azurerm_web_application_firewall_policy`. */
export const firewallPolicy = place('azurerm_web_application_firewall_policy');
/** Places of `azurerm_key_vault`. */
export const keyVault = place('azurerm_key_vault');
/** Places of `azurerm_key_vault_key`. */
export const keyVaultKey = place('azurerm_key_vault_key');
/** Places of `azurerm_lb`. */
export const loadBalancer = place('azurerm_lb');
/** Places of `azurerm_managed_disk`. */
export const managedDisk = place('azurerm_managed_disk');
/** Places of `azurerm_network_interface`. */
export const networkInterface = place('azurerm_network_interface');
/** Places of `azurerm_network_interface_backend_address_pool_association`. */
export const poolAssociation = place('azurerm_network_interface_backend_address_pool_association');
/** Places of `azurerm_private_endpoint`. */
export const privateEndpoint = place('azurerm_private_endpoint');
/** Places of `azurerm_lb_probe`. */
export const probe = place('azurerm_lb_probe');
/** Places of `azurerm_traffic_manager_profile`. */
export const profile = place('azurerm_traffic_manager_profile');
/** Places of `azurerm_public_ip`. */
export const publicIp = place('azurerm_public_ip');
/** Places of `azurerm_role_assignment`. */
export const roleAssignment = place('azurerm_role_assignment');
/** Places of `azurerm_lb_rule`. */
export const rule = place('azurerm_lb_rule');
/** Places of `azurerm_network_security_group`. */
export const securityGroup = place('azurerm_network_security_group');
/** Places of `azurerm_subnet`. */
export const subnet = place('azurerm_subnet');
/** Places of `azurerm_subnet_nat_gateway_association`. */
export const natAssociation = place('azurerm_subnet_nat_gateway_association');
/** Places of `azurerm_virtual_network_gateway`. */
export const virtualNetworkGateway = place('azurerm_virtual_network_gateway');
/** Places of `azurerm_virtual_network_gateway_connection`. */
export const gatewayConnection = place('azurerm_virtual_network_gateway_connection');
/** Places of `azurerm_linux_virtual_machine`. */
export const virtualMachine = place('azurerm_linux_virtual_machine');
/** Places of `azurerm_storage_account`. */
export const storageAccount = place('azurerm_storage_account');
/** Places of `azurerm_storage_container`. */
export const storageContainer = place('azurerm_storage_container');
/** Places of `azurerm_storage_container_immutability_policy`. */
export const immutabilityPolicy = place('azurerm_storage_container_immutability_policy');
/** Places of `azurerm_storage_management_policy`. */
export const managementPolicy = place('azurerm_storage_management_policy');
/** Places of `azurerm_storage_share`. */
export const storageShare = place('azurerm_storage_share');
