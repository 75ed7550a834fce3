import { type Environment, type MirrorValues, Refusal } from '@iris-azure/foundation';
import { type MirrorPlace, type MirrorSettings, onlyMirror } from '@iris-azure/mirror';
import { type MirrorVolumes, planMirror, planServer, type ServerSizing } from '@iris-azure/sizing';

/** One mirror of an environment, its sizes decided. */
export interface ArchitectureMirror extends MirrorSettings {
  /** Size of every member that may become primary. */
  readonly size: string;
  /** Volumes of every member that may become primary. */
  readonly volumes: MirrorVolumes;
  /** Size of its arbiter. */
  readonly arbiterSize: string;
}

/** Settings of a mirror from its values: where they state a workload, sizes that every region of the environment offers. */
export function mirrorOf(
  environment: Environment,
  { name, ...values }: MirrorValues,
  place: MirrorPlace = onlyMirror,
): ArchitectureMirror {
  const { size, volumes } = refusingOf(`mirror ${name}`, () => planMirror(values, sizingOptions(environment)));
  return { mirrorName: name, ...values, size, volumes, place };
}

/** A tier with the size of its servers decided, alike in every region of the environment. */
export function tierOf<Tier extends ServerSizing>(
  environment: Environment,
  tier: Tier,
  name: string,
): Tier & { readonly size: string } {
  return { ...tier, size: refusingOf(`tier ${name}`, () => planServer(tier, sizingOptions(environment))) };
}

function sizingOptions({ primary, disasterRecovery, diskType, lastsUntil }: Environment) {
  return { regions: [primary.name, ...(disasterRecovery ? [disasterRecovery.name] : [])], diskType, lastsUntil };
}

/** Sizes are decided before there are constructs whose path could be told. */
function refusingOf<Result>(what: string, decide: () => Result): Result {
  try {
    return decide();
  } catch (error) {
    throw error instanceof Refusal ? new Refusal(`${what}: ${error.message}`, { cause: error }) : error;
  }
}
