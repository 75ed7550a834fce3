import { synthesizedEnvironment } from './production';
import { rolesOf } from './roles';

const { stacks } = synthesizedEnvironment('healthshare-prod');
const products = ['exchange', 'index', 'community', 'insight', 'connect'];

test.each(products)(
  'addHealthShare makes a mirror of its own for %s, with its own arbiter, set and address',
  (product) => {
    const stack = stacks[`mirror-${product}`];

    expect(rolesOf(stack)).toEqual(['arbiter', 'backup', 'primary']);
    expect(stack?.resources('azurerm_availability_set')).toHaveLength(1);
    expect(stack?.resources('azurerm_lb')).toHaveLength(1);
  },
);

test('addHealthShare makes a DR async member in the second region for each product', () => {
  expect(rolesOf(stacks['dr']).filter((role) => role === 'dr-async')).toHaveLength(products.length);
});

test('addHealthShare makes web servers around the mirrors, and no others', () => {
  expect(new Set(rolesOf(stacks['compute']))).toEqual(new Set(['web']));
});
