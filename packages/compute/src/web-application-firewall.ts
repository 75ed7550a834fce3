import { type IResourceGroup } from '@iris-azure/foundation';
import { WebApplicationFirewallPolicy } from '@cdktf/provider-azurerm/lib/web-application-firewall-policy';
import { Construct } from 'constructs';

/** Properties of {@link WebApplicationFirewall}. */
export interface WebApplicationFirewallProps {
  /** Resource group of the policy. */
  readonly resourceGroup: IResourceGroup;
}

/** Web application firewall in prevention: Microsoft's default rule set and its rules against bots. */
export class WebApplicationFirewall extends Construct {
  private readonly resource: WebApplicationFirewallPolicy;

  public constructor(scope: Construct, id: string, { resourceGroup }: WebApplicationFirewallProps) {
    super(scope, id);
    this.resource = new WebApplicationFirewallPolicy(this, 'Resource', {
      name: resourceGroup.nameOf('webApplicationFirewallPolicy'),
      resourceGroupName: resourceGroup.name,
      location: resourceGroup.location,
      policySettings: {
        enabled: true,
        mode: 'Prevention',
        requestBodyCheck: true,
        maxRequestBodySizeInKb: 2000,
        fileUploadLimitInMb: 100,
      },
      managedRules: {
        managedRuleSet: [
          { type: 'Microsoft_DefaultRuleSet', version: '2.1' },
          { type: 'Microsoft_BotManagerRuleSet', version: '1.1' },
        ],
      },
      tags: resourceGroup.tags(),
    });
  }

  /** Resource id of the policy. */
  public get id(): string {
    return this.resource.id;
  }
}
