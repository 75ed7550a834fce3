import eslint from '@eslint/js';
import jsdoc from 'eslint-plugin-jsdoc';
import tseslint from 'typescript-eslint';

/** What must have a docstring among exports. */
const documented = (...contexts) => ({
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
        ...contexts,
      ],
      checkConstructors: false,
    },
  ],
  'jsdoc/require-description': ['error', { exemptedBy: ['throws', 'see', 'default', 'inheritdoc'] }],
  'jsdoc/no-types': 'error',
});

export default tseslint.config(
  { ignores: ['**/dist/', '**/node_modules/', '**/cdktf.out/', 'policies/compiled/', 'coverage/'] },
  eslint.configs.recommended,
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
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
    files: ['packages/*/src/**/*.ts', 'policies/src/**/*.ts', 'stacks/src/**/*.ts'],
    plugins: { jsdoc },
    rules: documented(),
  },
  {
    // Props are what users write: each of them says what it is.
    files: ['packages/{foundation,network,security,server,mirror,compute,dr}/src/**/*.ts'],
    rules: documented('TSPropertySignature', 'TSMethodSignature', 'PropertyDefinition', 'MethodDefinition'),
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
