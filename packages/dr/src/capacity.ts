import { type ComputeSettings, type TierCapacity } from '@iris-azure/compute';
import { Refusal } from '@iris-azure/foundation';

/**
 * A tier's capacity at a share of the primary region's: rounded up, never below two servers.
 *
 * @throws Refusal when the share is not 1 to 100 percent.
 */
export function tierShare<Tier extends TierCapacity>(tier: Tier, percent: number): Tier {
  if (!(percent >= 1 && percent <= 100)) {
    throw new Refusal(`capacity must be 1 to 100 percent of the primary region, got ${percent}; set capacityPercent`);
  }
  return { ...tier, count: Math.max(2, Math.ceil((tier.count * percent) / 100)) };
}

/** All tiers at a share of the primary region's, see {@link tierShare}. */
export function computeShare(settings: ComputeSettings, percent: number): ComputeSettings {
  return {
    ...settings,
    web: tierShare(settings.web, percent),
    application: settings.application && tierShare(settings.application, percent),
    print: settings.print && tierShare(settings.print, percent),
  };
}
