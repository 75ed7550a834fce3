import { withProgress } from '../progress.mjs';

/** Does a step of a rehearsal while saying so; the step may tell how far it has come. */
export type Progress = <Result>(
  label: string,
  step: (tell: (detail: string) => void) => Result | Promise<Result>,
) => Promise<Result>;

/** Does several rehearsals side by side while saying in one line how far each has come. */
export async function sideBySide<Result>(
  label: string,
  names: readonly string[],
  rehearse: (progresses: readonly Progress[]) => Promise<Result>,
): Promise<Result> {
  return withProgress(label, async (tell) => {
    const states = new Map<string, string>();
    const progressOf =
      (name: string): Progress =>
      async (step, work) => {
        const show = (detail: string) => {
          states.set(name, [`${name}: ${step}`, detail].filter((part) => part !== '').join(', '));
          tell([...states.values()].join('; '));
        };
        show('');
        return work(show);
      };
    return rehearse(names.map(progressOf));
  });
}
