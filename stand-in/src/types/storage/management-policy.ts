import { z } from 'zod';
import { badRequest } from '../../arm/arm-error';
import { type Resource } from '../../arm/resource';
import { type ResourceType } from '../../arm/resource-type';
import { anything, bodyShape, object, readOnly } from '../../arm/shape';
import { accountType, skuOf } from './kind';
import { defaultName } from './names';
import { accountOf } from './services';

const days = z.number().min(0).max(99999);

const afterCreation = object({ daysAfterCreationGreaterThan: days, daysAfterLastTierChangeGreaterThan: days }, [
  'daysAfterCreationGreaterThan',
]);

const afterModification = object({
  daysAfterCreationGreaterThan: days,
  daysAfterLastAccessTimeGreaterThan: days,
  daysAfterLastTierChangeGreaterThan: days,
  daysAfterModificationGreaterThan: days,
});

const tiers = <Step extends z.ZodType>(step: Step) => ({
  delete: step,
  tierToArchive: step,
  tierToCold: step,
  tierToCool: step,
  tierToHot: step,
});

const rule = object(
  {
    name: z.string().regex(/^[A-Za-z0-9-]{1,256}$/),
    enabled: z.boolean(),
    type: z.enum(['Lifecycle']),
    definition: object(
      {
        actions: object({
          baseBlob: object({ ...tiers(afterModification), enableAutoTierToHotFromCool: z.boolean() }),
          snapshot: object(tiers(afterCreation)),
          version: object(tiers(afterCreation)),
        }),
        filters: object(
          {
            blobIndexMatch: z.array(anything),
            blobTypes: z.array(z.enum(['blockBlob', 'appendBlob'])).min(1),
            prefixMatch: z.array(z.string()).max(10),
          },
          ['blobTypes'],
        ),
      },
      ['actions'],
    ),
  },
  ['name', 'type', 'definition'],
);

/**
 * The lifecycle of an account's blobs: one policy, of up to 100 rules.
 *
 * @see https://learn.microsoft.com/rest/api/storagerp/management-policies/create-or-update
 */
export const managementPolicy: ResourceType = {
  type: `${accountType}/managementPolicies`,
  name: defaultName,
  shape: bodyShape({
    properties: {
      lastModifiedTime: readOnly,
      policy: object({ rules: z.array(rule).min(1).max(100) }, ['rules']),
    },
    required: ['policy'],
  }),
  createdStatus: 200,
  check(policy, azure) {
    const { rules } = policy.properties['policy'] as unknown as { readonly rules: readonly Rule[] };
    const names = rules.map(({ name }) => name.toLowerCase());
    if (new Set(names).size < names.length) {
      throw badRequest('InvalidRequestPropertyValue', 'The names of the rules of a management policy must be unique.');
    }
    for (const each of rules) {
      checkRule(each, accountOf(policy, azure));
    }
  },
};

interface Rule {
  readonly name: string;
  readonly definition: {
    readonly actions: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
    readonly filters?: { readonly blobTypes: readonly string[] };
  };
}

/** @see https://learn.microsoft.com/azure/storage/blobs/access-tiers-overview#archive-access-tier */
function checkRule({ name, definition }: Rule, account: Resource): void {
  const steps = Object.values(definition.actions).flatMap((actions) => Object.keys(actions));
  if (steps.length === 0) {
    throw badRequest('InvalidRequestPropertyValue', `The rule '${name}' must have at least one action.`);
  }
  if (steps.includes('tierToArchive') && skuOf(account).replication.includes('ZRS')) {
    throw badRequest(
      'InvalidRequestPropertyValue',
      `The archive tier of rule '${name}' is not supported in a zone-redundant account.`,
    );
  }
  if (definition.filters?.blobTypes.includes('appendBlob') && steps.some((step) => step.startsWith('tierTo'))) {
    throw badRequest('InvalidRequestPropertyValue', `The rule '${name}' must not move append blobs to another tier.`);
  }
}
