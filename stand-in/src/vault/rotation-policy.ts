import { type JsonObject } from '../arm/json';

const shortestExpiryDays = 28;

const shortestTriggerDays = 7;

const daysOf = { Y: 365, M: 30, D: 1 } as const;

interface LifetimeAction {
  readonly action?: { readonly type?: string };
  readonly trigger?: { readonly timeAfterCreate?: string; readonly timeBeforeExpiry?: string };
}

/**
 * What is wrong with a key's rotation policy: keys live for 28 days or more, and nothing is done to them in their first or
 * last seven.
 *
 * @see https://learn.microsoft.com/azure/key-vault/keys/how-to-configure-key-rotation#key-rotation-policy
 */
export function rotationProblem(policy: JsonObject): string | undefined {
  const { expiryTime } = (policy['attributes'] ?? {}) as { readonly expiryTime?: string };
  const expiry = expiryTime === undefined ? undefined : daysIn(expiryTime);
  if (expiryTime !== undefined && (expiry === undefined || expiry < shortestExpiryDays)) {
    return `Property attributes.expiryTime must be P${shortestExpiryDays}D or more, got '${expiryTime}'.`;
  }
  const actions = (policy['lifetimeActions'] ?? []) as readonly LifetimeAction[];
  return actions.map((action) => actionProblem(action, expiry)).find((problem) => problem !== undefined);
}

function actionProblem({ action, trigger = {} }: LifetimeAction, expiry: number | undefined): string | undefined {
  const { timeAfterCreate, timeBeforeExpiry } = trigger;
  const time = timeAfterCreate ?? timeBeforeExpiry ?? '';
  const type = action?.type ?? '';
  if (!/^(rotate|notify)$/i.test(type)) {
    return `Property lifetimeActions.action.type must be Rotate or Notify, got '${type}'.`;
  }
  if (timeAfterCreate !== undefined && (timeBeforeExpiry !== undefined || /^notify$/i.test(type))) {
    return `Property lifetimeActions.trigger of ${type} must have ${/^notify$/i.test(type) ? 'timeBeforeExpiry' : 'one of timeAfterCreate and timeBeforeExpiry'}.`;
  }
  const days = daysIn(time);
  if (days === undefined || days < shortestTriggerDays) {
    return `Property lifetimeActions.trigger of ${type} must be P${shortestTriggerDays}D or more, got '${time}'.`;
  }
  return expiry !== undefined && days > expiry - shortestTriggerDays
    ? `Property lifetimeActions.trigger of ${type} must be ${shortestTriggerDays} days or more below the expiry time, got '${time}'.`
    : undefined;
}

/** Days of an ISO 8601 duration of years, months or days. */
function daysIn(duration: string): number | undefined {
  const [, number, unit] = /^P(\d+)([YMD])$/.exec(duration) ?? [];
  return number === undefined ? undefined : Number(number) * daysOf[unit as keyof typeof daysOf];
}
