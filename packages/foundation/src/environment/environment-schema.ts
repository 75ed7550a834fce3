import { blueprints } from './blueprints';
import { contradictions } from './contradictions';

/** Schema of an environment file: the values, and nothing but values, in which one environment differs from another. */
export const environmentSchema = blueprints.check(({ value, issues }) => {
  // Fields that are wrong by themselves are named first.
  if (issues.length === 0) {
    issues.push(
      ...contradictions(value).map(({ path, message }) => ({
        code: 'custom' as const,
        input: value,
        path: [...path],
        message,
      })),
    );
  }
});
