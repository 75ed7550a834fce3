import { compositeAvailability, minutesPerMonth, type PromisedLink } from '@iris-azure/sizing';
import { environmentNames, loadEnvironment, promisesOf } from '@iris-azure/stacks';

/** A share as people write it: 99.79 %. */
export function percent(availability: number): string {
  return `${(availability * 100).toFixed(2)} %`;
}

/** Table in Markdown of what Azure promises of every environment. */
export function availabilityTable(): string {
  return [
    '| environment | users need | users | minutes a month | direct clients | minutes a month |',
    '| --- | --- | --- | --- | --- | --- |',
    ...environmentNames().map((name) => {
      const { users, directClients } = promisesOf(loadEnvironment(name));
      return `| ${[`\`${name}\``, users.map(described).join(', '), ...figures(users), ...figures(directClients)].join(' | ')} |`;
    }),
  ].join('\n');
}

function described({ name, availability }: PromisedLink): string {
  return `${name} ${percent(availability)}`;
}

function figures(chain: readonly PromisedLink[]): readonly string[] {
  const availability = compositeAvailability(chain);
  return [percent(availability), minutesPerMonth(availability).toFixed(0)];
}
