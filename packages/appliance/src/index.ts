export {
  type ApplianceImage,
  FirewallAppliance,
  type FirewallApplianceProps,
  type FirewallApplianceSettings,
} from './firewall-appliance';
export { FirewallApplianceStack, type FirewallApplianceStackProps } from './firewall-appliance-stack';
