import { Fn, TerraformVariable } from 'cdktf';
import { Construct } from 'constructs';

/** Who administers a server by SSH. */
export interface IAdministrator {
  /** Linux user name. */
  readonly userName: string;
  /** Public key in OpenSSH format. */
  readonly sshPublicKey: string;
}

/** Properties of {@link Administrator}. */
export interface AdministratorProps {
  /** Linux user name. */
  readonly userName: string;
}

/** Name of the Terraform variable that carries the public key. */
export const sshPublicKeyVariable = 'administrator_ssh_public_key';

/**
 * Administrator of a stack's servers. The public key is the Terraform variable `administrator_ssh_public_key`, set for
 * each deployment (`TF_VAR_administrator_ssh_public_key`): no key of somebody else is ever in an environment file.
 */
export class Administrator extends Construct implements IAdministrator {
  /** Linux user name. */
  public readonly userName: string;
  /** Public key in OpenSSH format. */
  public readonly sshPublicKey: string;

  public constructor(scope: Construct, id: string, { userName }: AdministratorProps) {
    super(scope, id);
    this.userName = userName;
    const variable = new TerraformVariable(this, 'SshPublicKey', {
      type: 'string',
      nullable: false,
      description: 'Public key, in OpenSSH format, of the administrator of the virtual machines.',
    });
    variable.overrideLogicalId(sshPublicKeyVariable);
    variable.addValidation({
      condition: Fn.can(Fn.regex('^(ssh-rsa|ssh-ed25519) [^ ]+', variable.stringValue)),
      errorMessage: 'Must be an RSA or Ed25519 public key in OpenSSH format, such as the content of id_ed25519.pub.',
    });
    this.sshPublicKey = variable.stringValue;
  }
}
