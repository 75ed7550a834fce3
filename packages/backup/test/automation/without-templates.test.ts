import { withoutTemplates } from '../../src/automation/runbook';

test('what opens a template of Terraform stands for itself', () => {
  expect(withoutTemplates('"${name}" | %{ $_ } $(1)')).toBe('"$${name}" | %%{ $_ } $(1)');
});
