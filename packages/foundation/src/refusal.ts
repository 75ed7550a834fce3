import { type IConstruct } from 'constructs';

/**
 * Input that the architecture cannot use. The message says what is wrong, the value received, what is allowed and what
 * to set; where a construct refuses, it begins with the construct's path.
 */
export class Refusal extends Error {
  /** Name of the class, for those who print an error. */
  public override readonly name: string = 'Refusal';
}

/** Computes something for a construct; a {@link Refusal} is thrown on with the construct's path in front. */
export function refusingAt<Result>(construct: IConstruct, compute: () => Result): Result {
  try {
    return compute();
  } catch (error) {
    if (error instanceof Refusal) {
      throw new Refusal(`${construct.node.path}: ${error.message}`, { cause: error });
    }
    throw error;
  }
}
