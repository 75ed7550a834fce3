import { findRegion, Refusal, type RegionName } from '@iris-azure/foundation';
import { InvalidArgumentError } from 'commander';

/** Parser of a whole number of something, from some least one. */
export function whole(unit: string, least = 1): (text: string) => number {
  return (text) => {
    const value = Number(text);
    if (!/^\d+$/.test(text) || !Number.isSafeInteger(value) || value < least) {
      throw new InvalidArgumentError(`It must be a whole number of ${unit}, at least ${least}, in digits alone.`);
    }
    return value;
  };
}

/** Parser of a number of something above zero, with decimals or without. */
export function positive(unit: string): (text: string) => number {
  return (text) => {
    const value = Number(text);
    if (!/^\d+(\.\d+)?$/.test(text) || !Number.isFinite(value) || value <= 0) {
      throw new InvalidArgumentError(`It must be a number of ${unit} above 0, such as 128 or 3.5.`);
    }
    return value;
  };
}

/** Parser of regions, each once, in the order in which they are named. */
export function addRegion(text: string, before: readonly RegionName[] = []): readonly RegionName[] {
  return [...new Set([...before, regionName(text)])];
}

/** Parser of a day, such as 2030-12-31. */
export function day(text: string): string {
  const date = new Date(`${text}T00:00:00Z`);
  // A day that no month has, such as 2030-02-31, becomes one of the next month.
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text) || Number.isNaN(date.getTime()) || !date.toISOString().startsWith(text)) {
    throw new InvalidArgumentError('It must be a day such as 2030-12-31.');
  }
  return text;
}

function regionName(text: string): RegionName {
  try {
    return findRegion(text).name;
  } catch (error) {
    throw error instanceof Refusal ? new InvalidArgumentError(`${sentence(error.message)}.`) : error;
  }
}

function sentence(message: string): string {
  const [allowed = ''] = message.split(', got ');
  return allowed.charAt(0).toUpperCase() + allowed.slice(1);
}
