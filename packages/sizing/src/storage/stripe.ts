/** How LVM stripes the databases' volume over its disks. */
export interface Stripe {
  /** Disks over which it goes, all of the volume (`lvcreate --stripes`). */
  readonly disks: number;
  /** Size of a stripe in KiB (`lvcreate --stripesize`). */
  readonly sizeKib: number;
}

/**
 * A physical extent of LVM, 4 MiB: InterSystems stripes by whole extents, so that one read of a database block is of one
 * disk and many of them are of all.
 *
 * @see https://community.intersystems.com/post/lvm-pe-striping-maximize-hyper-converged-storage-throughput
 */
const extentKib = 4096;

/** Stripe of a databases' volume. */
export function stripeOver(disks: number): Stripe {
  return { disks, sizeKib: extentKib };
}
