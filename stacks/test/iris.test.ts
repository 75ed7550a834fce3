import { rolesOf } from './roles';
import { synthesizedEnvironment } from './production';

const { stacks } = synthesizedEnvironment('iris-prod');

test('addIris makes a mirror, with its DR async member in the second region', () => {
  expect(rolesOf(stacks['mirror'])).toEqual(['arbiter', 'backup', 'primary']);
  expect(rolesOf(stacks['dr'])).toContain('dr-async');
});

test('addIris makes web and application servers around it, and no others', () => {
  expect(new Set(rolesOf(stacks['compute']))).toEqual(new Set(['application', 'web']));
});
