import { type VirtualNetworkGatewayConnectionIpsecPolicy } from '@cdktf/provider-azurerm/lib/virtual-network-gateway-connection';

/** What of a policy a site's device may not know how to do. All choices are strong; the first of each is the better. */
export interface IpsecChoices {
  /** Encryption of the traffic: AES of 256 bits in GCM, or in CBC with SHA-256. @default GCMAES256 */
  readonly encryption?: 'GCMAES256' | 'AES256';
  /** Diffie-Hellman group of the key exchange, and of each new key of the traffic. @default ECP384 */
  readonly group?: 'ECP384' | 'DHGroup24';
}

/** Seconds for which a key of the traffic is used: Azure's own, 7.5 hours. */
const lifetimeSeconds = 27_000;

/** KiB for which a key of the traffic is used: Azure's own, some 98 GiB. */
const lifetimeKib = 102_400_000;

/**
 * The one IPsec policy that a connection offers and accepts: without it Azure also agrees to 3DES and SHA-1. The device
 * on the other side must be set to the same.
 *
 * @see https://learn.microsoft.com/azure/vpn-gateway/vpn-gateway-about-compliance-crypto
 */
export function ipsecPolicy({
  encryption = 'GCMAES256',
  group = 'ECP384',
}: IpsecChoices): VirtualNetworkGatewayConnectionIpsecPolicy {
  return {
    ikeEncryption: 'AES256',
    ikeIntegrity: 'SHA384',
    dhGroup: group,
    ipsecEncryption: encryption,
    ipsecIntegrity: encryption === 'GCMAES256' ? 'GCMAES256' : 'SHA256',
    pfsGroup: group === 'ECP384' ? 'ECP384' : 'PFS24',
    saLifetime: lifetimeSeconds,
    saDatasize: lifetimeKib,
  };
}
