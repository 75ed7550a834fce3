import { type MetricAlertSpec } from '../metric-alert';

const lately = { namespace: 'Microsoft.Compute/virtualMachines', window: 'PT15M', frequency: 'PT5M' } as const;

const eachDisk = [{ name: 'LUN', values: ['*'] }];

const moreDisk =
  'See which job drives it (^PROFILE, ^mgstat). If it stays, spread the volume over more disks, or take disks or a size ' +
  'of the next tier.';

/** Alerts of all servers of a stack, each server for itself. */
export const serverAlerts: readonly MetricAlertSpec[] = [
  {
    id: 'AvailabilityAlert',
    name: 'unavailable',
    severity: 1,
    meaning: 'A server is down, and nobody stopped it.',
    whatToDo:
      "Look at the server's resource health and serial console. A mirror fails over by itself; check that it did.",
    namespace: 'Microsoft.Compute/virtualMachines',
    condition: {
      metric: 'VmAvailabilityMetric',
      aggregation: 'Average',
      operator: 'LessThan',
      threshold: 1,
      dimensions: [{ name: 'Context', operator: 'Exclude', values: ['Customer'] }],
    },
  },
  {
    id: 'CpuAlert',
    name: 'cpu',
    severity: 2,
    meaning: 'A server has used more than 90 % of its processors for a quarter of an hour.',
    whatToDo:
      'See which processes take it (^PROFILE, ^JOBEXAM, top). If it stays, take the next size or one more server.',
    ...lately,
    condition: { metric: 'Percentage CPU', aggregation: 'Average', operator: 'GreaterThan', threshold: 90 },
  },
  {
    id: 'MemoryAlert',
    name: 'memory',
    severity: 2,
    meaning:
      'A server has less than 5 % of its memory left for processes. Huge pages of IRIS count as used from the start.',
    whatToDo: 'See which processes take it. If it stays, lower the global buffers or take a size with more memory.',
    ...lately,
    condition: {
      metric: 'Available Memory Percentage',
      aggregation: 'Average',
      operator: 'LessThan',
      threshold: 5,
    },
  },
  {
    id: 'DataDiskIopsAlert',
    name: 'data-disk-iops',
    severity: 2,
    meaning: 'A data disk has been at more than 95 % of its IOPS for a quarter of an hour.',
    whatToDo: moreDisk,
    ...lately,
    condition: {
      metric: 'Data Disk IOPS Consumed Percentage',
      aggregation: 'Average',
      operator: 'GreaterThan',
      threshold: 95,
      dimensions: eachDisk,
    },
  },
  {
    id: 'DataDiskBandwidthAlert',
    name: 'data-disk-bandwidth',
    severity: 2,
    meaning: 'A data disk has been at more than 95 % of its throughput for a quarter of an hour.',
    whatToDo: moreDisk,
    ...lately,
    condition: {
      metric: 'Data Disk Bandwidth Consumed Percentage',
      aggregation: 'Average',
      operator: 'GreaterThan',
      threshold: 95,
      dimensions: eachDisk,
    },
  },
  {
    id: 'UncachedBandwidthAlert',
    name: 'uncached-bandwidth',
    severity: 2,
    meaning:
      'A server has been at more than 95 % of the throughput that its size has for disks, whatever the disks have.',
    whatToDo: 'See which job drives it. If it stays, more disks do not help: take a size with more throughput.',
    ...lately,
    condition: {
      metric: 'VM Uncached Bandwidth Consumed Percentage',
      aggregation: 'Average',
      operator: 'GreaterThan',
      threshold: 95,
    },
  },
  {
    id: 'OsDiskQueueAlert',
    name: 'os-disk-queue',
    severity: 3,
    meaning: 'More than 16 requests have waited for the OS disk of a server for a quarter of an hour.',
    whatToDo:
      'See what writes there: a journal, database or dump on the OS disk is a mistake. Move it to its own volume.',
    ...lately,
    condition: { metric: 'OS Disk Queue Depth', aggregation: 'Average', operator: 'GreaterThan', threshold: 16 },
  },
];
