import { badRequest } from '../../arm/arm-error';
import { type Resource } from '../../arm/resource';

interface OsProfile {
  readonly adminUsername?: string;
  readonly computerName?: string;
  readonly customData?: string;
  readonly linuxConfiguration?: {
    readonly disablePasswordAuthentication?: boolean;
    readonly ssh?: { readonly publicKeys?: readonly { readonly keyData?: string }[] };
  };
}

/** @see https://learn.microsoft.com/azure/virtual-machines/linux/faq#what-are-the-username-requirements-when-creating-a-vm- */
const forbiddenUserNames =
  /^(1|123|a|actuser|adm|admin|admin1|admin2|administrator|aspnet|backup|console|david|guest|john|owner|root|server|sql|support|support_388945a0|sys|test|test1|test2|test3|user|user[1-5]|video)$/;

/** Largest custom data, in bytes before they are encoded. */
const maxCustomData = 65535;

const minRsaBytes = 2048 / 8;

/**
 * Refuses an operating system's settings that Azure refuses.
 *
 * @see https://learn.microsoft.com/rest/api/compute/virtual-machines/create-or-update#osprofile
 */
export function checkOsProfile({ name, properties }: Resource, previous: Resource | undefined): void {
  const { adminUsername, computerName, customData, linuxConfiguration } = (properties['osProfile'] ?? {}) as OsProfile;
  if (
    adminUsername !== undefined &&
    (forbiddenUserNames.test(adminUsername.toLowerCase()) || adminUsername.length > 64)
  ) {
    throw badRequest('InvalidParameter', 'The Admin Username specified is not allowed.');
  }
  if (computerName !== undefined && !/^(?=.{1,64}$)[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?$/.test(computerName)) {
    throw badRequest(
      'InvalidParameter',
      `Linux host name ${computerName} cannot exceed 64 characters in length or contain the following characters: \` ~ ! @ # $ % ^ & * ( ) = + _ [ ] { } \\ | ; : ' " , < > / ?.`,
    );
  }
  if (customData !== undefined && Buffer.from(customData, 'base64').length > maxCustomData) {
    throw badRequest(
      'InvalidParameter',
      'Custom data in OSProfile must be in Base64 encoding and with a maximum length of 87380 characters.',
    );
  }
  const keys = linuxConfiguration?.ssh?.publicKeys ?? [];
  if (!previous && linuxConfiguration?.disablePasswordAuthentication === true && keys.length === 0) {
    throw badRequest(
      'InvalidParameter',
      `Authentication using either SSH or by user name and password must be enabled in Linux profile of VM ${name}.`,
    );
  }
  if (!keys.every(({ keyData = '' }) => isPublicKey(keyData))) {
    throw badRequest(
      'InvalidParameter',
      'The value of parameter linuxConfiguration.ssh.publicKeys.keyData is invalid.',
    );
  }
}

/** @see https://learn.microsoft.com/azure/virtual-machines/linux/mac-create-ssh-keys#supported-ssh-key-formats */
function isPublicKey(text: string): boolean {
  const [kind = '', encoded = ''] = text.trim().split(/\s+/);
  const bytes = Buffer.from(encoded, 'base64');
  // The bytes begin with the length of the kind's name, and the name.
  return bytes.indexOf(kind) === 4 && (kind === 'ssh-ed25519' || (kind === 'ssh-rsa' && bytes.length > minRsaBytes));
}
