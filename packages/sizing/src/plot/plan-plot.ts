import { figure, listed } from '../report/figures';
import { type PlanReport } from '../report/plan-report';
import { limitsPlot } from './limits-plot';

/** Draws a plan as an SVG: what the workload uses of each limit of the machine, and what its disks do. */
export function planPlot({ mirror, regions, machine, disks, bottleneck }: PlanReport): string {
  const each = disks.tier ?? `${figure(disks.sizeGib)} GiB`;
  return limitsPlot({
    title: mirror === null ? machine.size : `${mirror}: ${machine.size}`,
    subtitle: `${disks.disks} x ${each} of ${disks.diskType} for the databases, in ${where(regions)}`,
    limits: machine.limits,
    bottleneck,
  });
}

/** All regions where they fit into a line. */
function where(regions: readonly string[]): string {
  return regions.length > 4 ? `${regions[0] ?? ''} and ${regions.length - 1} other regions` : listed(regions);
}
