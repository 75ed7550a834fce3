import { type IResourceGroup, refusingAt } from '@iris-azure/foundation';
import { type DiskType, type MirrorSizing, type MirrorVolumes, planMirror } from '@iris-azure/sizing';
import { type Construct } from 'constructs';

/** What decides on size and volumes of a mirror's members in one region. */
export interface PlannedSettings extends MirrorSizing {
  /** Resource group of the members, whose region must offer their size. */
  readonly resourceGroup: IResourceGroup;
  /** Type of their data disks. @default Premium_LRS */
  readonly diskType?: DiskType;
}

/**
 * Settings of a mirror with size and volumes of its members: as given, or as the workload decides in this region.
 *
 * @throws Refusal at the construct when they do not carry the workload, or when neither they nor a workload is given.
 */
export function plannedSettings<Settings extends PlannedSettings>(
  construct: Construct,
  settings: Settings,
): Settings & { readonly size: string; readonly volumes: MirrorVolumes } {
  const { resourceGroup, diskType } = settings;
  const { size, volumes } = refusingAt(construct, () =>
    planMirror(settings, { regions: [resourceGroup.region.name], diskType }),
  );
  return { ...settings, size, volumes };
}
