import type { JsonObject } from '../estate';
import { own } from '../values/own';
import type { Backend, FindStack, RemoteState, Stack } from './stack';

const CDKTF_PREFIX = 'cross-stack-reference-input-';
/** The settings that hold a state's place in the backends that name it by a path or key. */
const PLACE_SETTINGS = ['path', 'workspace_dir', 'key', 'prefix'] as const;

/**
 * A lookup of stacks by remote state.
 *
 * In this order: the name that cdktf gives to its cross-stack references; a backend equal to a stack's own; a state
 * file called `terraform.<stack>.tfstate` or `<stack>.tfstate`.
 */
export function stackFinder(stacks: readonly Stack[]): FindStack {
  const byName = new Map(stacks.map((stack) => [stack.name, stack]));
  const byBackend = new Map<string, Stack>();
  for (const stack of stacks) {
    if (stack.backend !== undefined) byBackend.set(fingerprint(stack.backend), stack);
  }
  return ({ name, backend }: RemoteState) => {
    if (name.startsWith(CDKTF_PREFIX)) {
      const named = byName.get(name.slice(CDKTF_PREFIX.length));
      if (named !== undefined) return named;
    }
    if (backend === undefined) return undefined;
    const same = byBackend.get(fingerprint(backend));
    if (same !== undefined) return same;
    const stackName = stackOfPlace(backend.config);
    return stackName === undefined ? undefined : byName.get(stackName);
  };
}

/** The settings that tell states apart, in an order of their own. */
function fingerprint({ type, config }: Backend): string {
  const settings = Object.keys(config)
    .sort()
    .map((key) => [key, config[key] ?? null]);
  return JSON.stringify([type, settings]);
}

function stackOfPlace(config: JsonObject): string | undefined {
  for (const setting of PLACE_SETTINGS) {
    const place = own(config, setting);
    if (typeof place !== 'string') continue;
    const file = place.split(/[\\/]/).at(-1) ?? '';
    return file.replace(/\.tfstate$/, '').replace(/^terraform\./, '');
  }
  return undefined;
}
