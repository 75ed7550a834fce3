import { readRunbook, type RunbookName, runbooks } from '@iris-azure/backup';
import { synthesizedBackup } from '../test-backup';

const names = Object.keys(runbooks) as RunbookName[];
const backup = synthesizedBackup({ withOnDemand: true });

test.each(names)('%s is published in PowerShell 7.2, as its file has it', (name) => {
  const runbook = backup.resources('azurerm_automation_runbook').find(({ values }) => values.name === name);

  expect(runbook?.values).toMatchObject({ runbook_type: 'PowerShell72', content: readRunbook(name) });
});

test.each(names)('%s signs in under the managed identity, and stops at the first error', (name) => {
  const text = readRunbook(name);

  expect(text).toContain('Connect-AzAccount -Identity');
  expect(text).toContain("$ErrorActionPreference = 'Stop'");
});

test.each(names)('%s holds no credential and asks for none', (name) => {
  expect(readRunbook(name)).not.toMatch(/password|secret|credential|accountkey|sastoken/i);
});

test.each(names)('%s has nothing that Terraform would take for a template', (name) => {
  expect(readRunbook(name)).not.toMatch(/[$%]\{/);
});

test('what a schedule gives is a parameter of its runbook, in lower case as azurerm wants it', () => {
  for (const { values } of backup.resources('azurerm_automation_job_schedule')) {
    const runbook = backup
      .resources('azurerm_automation_runbook')
      .find((candidate) => candidate.reference('name') === values.runbook_name);
    const parameters = [...(runbook?.values.content as string).matchAll(/\[(?:string|int)\] \$(\w+)/g)].map(
      ([, name = '']) => name.toLowerCase(),
    );

    expect(parameters).toEqual(expect.arrayContaining(Object.keys(values.parameters as object)));
  }
});
