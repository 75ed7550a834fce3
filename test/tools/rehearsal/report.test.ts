import { cycleTable, formatRehearsal, plannedTable } from '../../../tools/rehearsal/report';
import { report } from './gate-report';

const log = (name: string, start: number, end: number) => ({ name, start, end, lines: [], done: [] });

test('an environment that was planned: resources and findings of each stack', () => {
  const planned = {
    resources: { 'prod-network': 2, 'prod-mirror': 3 },
    report: report(['plans', 'module.prod-mirror.azurerm_managed_disk.data', 'fail']),
  };

  expect(plannedTable(planned)).toEqual({
    header: ['stack', 'resources', 'findings'],
    rows: [
      ['prod-network', 2, 0],
      ['prod-mirror', 3, 1],
      ['total', 5, 1],
    ],
  });
});

test('a whole cycle: drift, findings and seconds; side by side, stacks take less than the sum of their times', () => {
  const { rows } = cycleTable({
    planned: { resources: {}, report: report() },
    deployed: [log('prod-network', 0, 4000), log('prod-mirror', 2000, 7500)],
    replanned: {
      stacks: {
        'prod-network': { resources: 2, drift: [] },
        'prod-mirror': { resources: 3, drift: ['azurerm_managed_disk.data (update)'] },
      },
      report: report(['prod-network', 'azurerm_subnet.web', 'fail'], ['prod-network', 'azurerm_subnet.web', 'pass']),
    },
    resources: [],
    destroyed: [log('prod-mirror', 0, 1000), log('prod-network', 1000, 2000)],
    orphans: [],
  });

  expect(rows).toEqual([
    ['prod-network', 2, 0, 1, '4.0', '1.0'],
    ['prod-mirror', 3, 1, 0, '5.5', '1.0'],
    ['total', 5, 1, 1, '7.5', '2.0'],
  ]);
});

test('says whether it passed, and what is wrong', () => {
  const parts = { title: 'prod rehearsed', header: ['stack'], rows: [['prod-network'] as const], notes: ['a note'] };

  expect(formatRehearsal({ ...parts, problems: [] }, false)).toBe(
    ['prod rehearsed', '', '  stack       ', '  prod-network', '', '  a note', '', 'The rehearsal passed.', ''].join(
      '\n',
    ),
  );
  expect(formatRehearsal({ ...parts, problems: ['an orphan'] }, false)).toContain(
    'The rehearsal found what must be mended.\n  an orphan\n',
  );
});
