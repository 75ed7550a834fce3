import { z } from 'zod';
import { badRequest } from '../../arm/arm-error';
import { usersOf } from '../../arm/remove';
import { type ResourceType } from '../../arm/resource-type';
import { anything, bodyShape, object, readOnly } from '../../arm/shape';

const gatewayType = 'Microsoft.Network/applicationGateways';

/**
 * Rule sets that Azure manages, with their versions. As of November 2026.
 *
 * @see https://learn.microsoft.com/azure/web-application-firewall/ag/application-gateway-crs-rulegroups-rules
 */
const ruleSets: Readonly<Record<string, readonly string[]>> = {
  OWASP: ['3.0', '3.1', '3.2'],
  Microsoft_DefaultRuleSet: ['2.1', '2.2'],
  Microsoft_BotManagerRuleSet: ['0.1', '1.0', '1.1'],
  Microsoft_HTTPDDoSRuleSet: ['1.0'],
};

/** @see https://learn.microsoft.com/rest/api/application-gateway/web-application-firewall-policies/create-or-update */
export const webApplicationFirewallPolicy: ResourceType = {
  type: 'Microsoft.Network/ApplicationGatewayWebApplicationFirewallPolicies',
  name: {
    pattern: /^[A-Za-z][A-Za-z0-9]{0,127}$/,
    allowed: '1 to 128 letters and digits, beginning with a letter',
  },
  shape: bodyShape({
    properties: {
      applicationGatewayForContainers: readOnly,
      applicationGateways: readOnly,
      customRules: z.array(z.looseObject({ name: z.string().optional(), priority: z.int().min(1).max(100) })),
      httpListeners: readOnly,
      managedRules: object(
        {
          exceptions: z.array(anything),
          exclusions: z.array(anything),
          managedRuleSets: z.array(
            object({ ruleSetType: z.string(), ruleSetVersion: z.string(), ruleGroupOverrides: z.array(anything) }, [
              'ruleSetType',
              'ruleSetVersion',
            ]),
          ),
        },
        ['managedRuleSets'],
      ),
      pathBasedRules: readOnly,
      policySettings: object({
        customBlockResponseBody: z.string(),
        customBlockResponseStatusCode: z.int(),
        fileUploadEnforcement: z.boolean(),
        fileUploadLimitInMb: z.int().min(1).max(4000),
        jsChallengeCookieExpirationInMins: z.int().min(5).max(1440),
        captchaCookieExpirationInMins: z.int().min(5).max(1440),
        logScrubbing: anything,
        maxRequestBodySizeInKb: z.int().min(8).max(2000),
        mode: z.enum(['Detection', 'Prevention']),
        requestBodyCheck: z.boolean(),
        requestBodyEnforcement: z.boolean(),
        requestBodyInspectLimitInKB: z.int(),
        state: z.enum(['Disabled', 'Enabled']),
      }),
      resourceState: readOnly,
    },
    required: ['managedRules'],
  }),
  longRunning: ['delete'],
  check({ id, properties }) {
    const { managedRuleSets } = properties['managedRules'] as {
      readonly managedRuleSets: readonly { readonly ruleSetType: string; readonly ruleSetVersion: string }[];
    };
    for (const { ruleSetType, ruleSetVersion } of managedRuleSets) {
      if (ruleSets[ruleSetType]?.includes(ruleSetVersion) !== true) {
        throw badRequest(
          'WebApplicationFirewallPolicyManagedRuleSetNotSupported',
          `Firewall policy ${id} has managed rule set ${ruleSetType} ${ruleSetVersion}, which is not supported.`,
        );
      }
    }
    if (!managedRuleSets.some(({ ruleSetType }) => ['OWASP', 'Microsoft_DefaultRuleSet'].includes(ruleSetType))) {
      throw badRequest(
        'WebApplicationFirewallPolicyMustHavePrimaryRuleSet',
        `Firewall policy ${id} must have a managed rule set OWASP or Microsoft_DefaultRuleSet.`,
      );
    }
    const priorities = ((properties['customRules'] ?? []) as readonly { readonly priority: number }[]).map(
      ({ priority }) => priority,
    );
    if (new Set(priorities).size < priorities.length) {
      throw badRequest(
        'WebApplicationFirewallCustomRulesPriorityMustBeUnique',
        `Custom rules of firewall policy ${id} must have different priorities.`,
      );
    }
  },
  show: (policy, azure) => ({
    applicationGateways: usersOf(policy, azure, gatewayType).map(({ id }) => ({ id })),
    resourceState: 'Enabled',
  }),
  checkDelete(policy, azure) {
    const [gateway] = usersOf(policy, azure);
    if (gateway) {
      throw badRequest(
        'WebApplicationFirewallPolicyInUse',
        `Firewall policy ${policy.id} cannot be deleted because it is in use by ${gateway.id}.`,
      );
    }
  },
};
