import { type IResourceGroup } from '@iris-azure/foundation';
import { AutomationAccount as AzurermAutomationAccount } from '@cdktf/provider-azurerm/lib/automation-account';
import { RoleAssignment } from '@cdktf/provider-azurerm/lib/role-assignment';
import { Construct } from 'constructs';

/** What runbooks and schedules need of their account. */
export interface IAutomationAccount {
  /** Azure's name of the account. */
  readonly name: string;
  /** Resource group of the account. */
  readonly resourceGroup: IResourceGroup;
}

/** Roles that the runbooks of this package need, each on no more than what they act on. */
export type RunbookRole = 'Virtual Machine Contributor' | 'Backup Operator';

/** Properties of {@link AutomationAccount}. */
export interface AutomationAccountProps {
  /** Resource group of the account. */
  readonly resourceGroup: IResourceGroup;
}

/**
 * Automation account whose runbooks act under its own (system-assigned) identity. It has no public access, no keys (local
 * authentication is off), and no credential is kept in it.
 *
 * Runbooks run in Azure's sandbox, which reaches Azure Resource Manager and nothing behind private end points.
 *
 * @see https://learn.microsoft.com/azure/automation/how-to/private-link-security
 */
export class AutomationAccount extends Construct implements IAutomationAccount {
  /** Resource group of the account. */
  public readonly resourceGroup: IResourceGroup;
  private readonly resource: AzurermAutomationAccount;

  public constructor(scope: Construct, id: string, { resourceGroup }: AutomationAccountProps) {
    super(scope, id);
    this.resourceGroup = resourceGroup;
    this.resource = new AzurermAutomationAccount(this, 'Resource', {
      name: resourceGroup.nameOf('automationAccount'),
      resourceGroupName: resourceGroup.name,
      location: resourceGroup.location,
      skuName: 'Basic',
      identity: { type: 'SystemAssigned' },
      localAuthenticationEnabled: false,
      publicNetworkAccessEnabled: false,
      tags: resourceGroup.tags(),
    });
  }

  /** Azure's name of the account. */
  public get name(): string {
    return this.resource.name;
  }

  /** Resource id of the account. */
  public get id(): string {
    return this.resource.id;
  }

  /** Gives the runbooks a role on something. */
  public grant(id: string, role: RunbookRole, scopeId: string): void {
    new RoleAssignment(this, id, {
      scope: scopeId,
      roleDefinitionName: role,
      principalId: this.resource.identity.principalId,
      principalType: 'ServicePrincipal',
    });
  }
}
