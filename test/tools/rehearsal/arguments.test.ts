import { readArguments } from '../../../tools/rehearsal/arguments';

let said: string;

beforeEach(() => {
  said = '';
  for (const stream of [process.stdout, process.stderr]) {
    jest.spyOn(stream, 'write').mockImplementation((text) => {
      said += String(text);
      return true;
    });
  }
});

afterEach(() => {
  jest.restoreAllMocks();
});

test.each([
  [[], 'cycle'],
  [['--plan-only'], 'plan'],
  [['--keep'], 'keep'],
  [['--faults'], 'faults'],
])('with %j the rehearsal is a %s', (options, mode) => {
  expect(readArguments(['one', 'two', ...options])).toEqual({
    environments: ['one', 'two'],
    mode,
    engine: undefined,
  });
});

test('an engine may be asked for', () => {
  expect(readArguments(['one', '--engine', 'opentofu']).engine).toBe('opentofu');
});

test.each([
  [[], "missing required argument 'environment'"],
  [['one', '--engine', 'pulumi'], 'Allowed choices are terraform, opentofu'],
  [['one', '--plan-only', '--keep'], "cannot be used with option '--keep'"],
  [['one', '--faults', '--keep'], 'cannot be used with'],
  [['one', '--fast'], "unknown option '--fast'"],
])('%j is refused: %s', (args, why) => {
  expect(() => readArguments(args)).toThrow();
  expect(said).toContain(why);
});
