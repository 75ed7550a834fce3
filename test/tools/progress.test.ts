import { sideBySide } from '../../tools/rehearsal/progress';
import { withProgress } from '../../tools/progress.mjs';

/** A stream that keeps what is written to it. */
function stream(isTTY: boolean, columns = 80) {
  const written: string[] = [];
  const write = (text: string) => written.push(text);
  return { written, stream: { isTTY, columns, write } as unknown as NodeJS.WriteStream };
}

let now: number;

beforeEach(() => {
  now = 0;
  jest.spyOn(performance, 'now').mockImplementation(() => now);
});

afterEach(() => {
  jest.restoreAllMocks();
});

test('elsewhere than at a terminal: a line before and after, and how far it has come every ten seconds', async () => {
  const { written, stream: out } = stream(false);

  const result = await withProgress(
    'Deploying',
    (tell) => {
      for (const [time, detail] of [
        [1000, 'one'],
        [10_500, 'two'],
        [11_000, 'three'],
        [21_000, 'four'],
      ] as const) {
        now = time;
        tell(detail);
      }
      return 'done';
    },
    out,
  );

  expect(result).toBe('done');
  expect(written).toEqual([
    'Deploying ...\n',
    'Deploying: two, 10.5 s\n',
    'Deploying: four, 21.0 s\n',
    'Deploying: 21.0 s\n',
  ]);
});

test('at a terminal: one line that is no longer than the terminal is wide, and gone at the end', async () => {
  const { written, stream: out } = stream(true, 12);

  await withProgress('Deploying everything', () => undefined, out);

  expect(written[0]).toBe('\r\x1b[2K⠋ Deploying ');
  expect(written.at(-1)).toBe('\r\x1b[2K');
});

test('work that fails leaves no line behind at a terminal', async () => {
  const { written, stream: out } = stream(true);

  await expect(withProgress('Deploying', async () => Promise.reject(new Error('refused')), out)).rejects.toThrow(
    'refused',
  );
  expect(written.at(-1)).toBe('\r\x1b[2K');
});

test('two rehearsals side by side share one line', async () => {
  const written = jest.spyOn(process.stderr, 'write').mockReturnValue(true);

  await sideBySide('Twice', ['one', 'two'], async ([one, two]) => {
    await one?.('deploying', () => undefined);
    await two?.('destroying', (tell) => {
      now = 10_000;
      tell('3 resources');
    });
  });

  expect(written).toHaveBeenCalledWith('Twice: one: deploying; two: destroying, 3 resources, 10.0 s\n');
});
