import { type ComputeSettings, type TierCapacity } from '@iris-azure/compute';
import { Refusal } from '@iris-azure/foundation';

/**
 * A tier as large as in the primary region, of which a share runs, rounded up; the other servers are off until needed.
 *
 * @throws Refusal when the share is not 0 to 100 percent.
 */
export function tierShare<Tier extends TierCapacity>(tier: Tier, percent: number): Tier & { readonly running: number } {
  if (!(percent >= 0 && percent <= 100)) {
    throw new Refusal(`capacity must be 0 to 100 percent of the primary region, got ${percent}; set capacityPercent`);
  }
  return { ...tier, running: Math.ceil((tier.count * percent) / 100) };
}

/** All tiers, of which a share runs, see {@link tierShare}. */
export function computeShare(settings: ComputeSettings, percent: number): ComputeSettings {
  return {
    ...settings,
    web: tierShare(settings.web, percent),
    application: settings.application && tierShare(settings.application, percent),
    print: settings.print && tierShare(settings.print, percent),
  };
}
