import { Refusal } from '@iris-azure/foundation';
import { type Workload } from '@iris-azure/sizing';
import fc from 'fast-check';

/** A figure up to some most: small ones as often as large ones, whole and broken ones. */
export function figure(most: number): fc.Arbitrary<number> {
  return fc.oneof(
    fc.integer({ min: 1, max: Math.ceil(most / 100) }),
    fc.integer({ min: 1, max: most }),
    fc.double({ min: 0.1, max: most, noNaN: true }),
  );
}

/** Figures of a workload, some of which nothing carries. */
export const workloads: fc.Arbitrary<Workload> = fc.record({
  vcpus: figure(140),
  memoryGib: figure(1200),
  capacityGib: figure(150_000),
  iops: figure(200_000),
  throughputMbps: figure(8000),
});

/** A demand, and another in which each figure is as large or larger. */
export function growing<Demand extends object>(demands: fc.Arbitrary<Demand>): fc.Arbitrary<readonly [Demand, Demand]> {
  const factor = fc.oneof(fc.constant(1), fc.double({ min: 1, max: 4, noNaN: true }));
  return fc.tuple(demands, fc.array(factor, { minLength: 6, maxLength: 6 })).map(([demand, factors]) => {
    const grown = Object.entries(demand).map(([field, value], index) => [
      field,
      (value as number) * (factors[index] ?? 1),
    ]);
    return [demand, Object.fromEntries(grown) as Demand];
  });
}

/** What is planned, or undefined where it is refused. */
export function unlessRefused<Plan>(plan: () => Plan): Plan | undefined {
  try {
    return plan();
  } catch (error) {
    if (error instanceof Refusal) {
      return undefined;
    }
    throw error;
  }
}
