/** Region and size that stand for those of an environment. */
export const region = 'westeurope';
export const size = 'Standard_E32ds_v5';

const regions = [region, 'northeurope'];
const diskTypes = ['Premium_LRS', 'PremiumV2_LRS'];

/** Plans one of many mirrors: from small ones, which hundreds of sizes carry, to large ones, on each type of disk in turn. */
export function planOf(planMirror, index) {
  const vcpus = 2 ** (1 + (index % 6));
  const workload = {
    vcpus,
    memoryGib: 7 * vcpus,
    capacityGib: 160 * vcpus,
    iops: 700 * vcpus,
    throughputMbps: 25 * vcpus,
  };
  return planMirror({ workload }, { regions, diskType: diskTypes[index % diskTypes.length] });
}
