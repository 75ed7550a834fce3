/** The provider's address, in full: OpenTofu completes a short one to a registry of its own. */
export const source = 'registry.terraform.io/hashicorp/azurerm';

/** Host of {@link source}. */
export const registryHost = 'registry.terraform.io';
