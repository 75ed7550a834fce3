import eslint from '@eslint/js';
import { defineConfig } from 'eslint/config';
import jsdoc from 'eslint-plugin-jsdoc';
import tseslint from 'typescript-eslint';

/** Members that a docstring must explain: fields and methods of interfaces and classes. */
const members = ['TSPropertySignature', 'TSMethodSignature', 'PropertyDefinition', 'MethodDefinition'];

export default defineConfig(
  { ignores: ['**/dist/', '**/node_modules/', '**/cdktf.out/', '.cache/', 'coverage/', 'policies/compiled/'] },
  eslint.configs.recommended,
  {
    rules: {
      'no-duplicate-imports': ['error', { allowSeparateTypeImports: true }],
      'no-restricted-exports': ['error', { restrictDefaultExports: { direct: true, named: true, defaultFrom: true } }],
    },
  },
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      // Index signatures are read with brackets: the names are Terraform's or the environment's, not the program's.
      '@typescript-eslint/dot-notation': 'off',
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      // Jest's matchers are typed by adding to its namespace.
      '@typescript-eslint/no-namespace': ['error', { allowDeclarations: true }],
      // `TerraformStack.isStack` and its like are predicates without `this`.
      '@typescript-eslint/unbound-method': ['error', { ignoreStatic: true }],
    },
  },
  {
    // What others may import is documented: every exported declaration, and every member of it.
    files: ['packages/*/src/**/*.ts', 'policies/src/**/*.ts', 'stacks/src/**/*.ts'],
    plugins: { jsdoc },
    rules: {
      'jsdoc/require-jsdoc': [
        'error',
        {
          publicOnly: true,
          require: { ClassDeclaration: true, FunctionDeclaration: true },
          contexts: [
            'TSInterfaceDeclaration',
            'TSTypeAliasDeclaration',
            'TSEnumDeclaration',
            'ExportNamedDeclaration > VariableDeclaration',
            ...members,
          ],
          checkConstructors: false,
        },
      ],
      'jsdoc/require-description': [
        'error',
        { contexts: ['ExportNamedDeclaration', `ExportNamedDeclaration :matches(${members.join(', ')})`] },
      ],
      'jsdoc/no-types': 'error',
    },
  },
  {
    // The configurations of eslint itself and of other tools are their default exports.
    files: ['*.config.mjs'],
    rules: { 'no-restricted-exports': 'off' },
  },
  {
    files: ['**/*.{js,cjs,mjs}'],
    languageOptions: {
      globals: Object.fromEntries(
        [
          'Buffer',
          'URL',
          'WebAssembly',
          'clearInterval',
          'console',
          'module',
          'performance',
          'process',
          'require',
          'setInterval',
          '__dirname',
        ].map((name) => [name, 'readonly']),
      ),
    },
  },
  { files: ['**/*.cjs', '**/bin/*.js'], languageOptions: { sourceType: 'commonjs' } },
);
