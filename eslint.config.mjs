import eslint from '@eslint/js';
import jsdoc from 'eslint-plugin-jsdoc';
import tseslint from 'typescript-eslint';

/** Every exported declaration, and every member of an exported interface or class, says what it is. */
const documented = {
  'jsdoc/require-jsdoc': [
    'error',
    {
      publicOnly: true,
      require: {
        ClassDeclaration: true,
        FunctionDeclaration: true,
        MethodDefinition: true,
        ArrowFunctionExpression: true,
      },
      contexts: [
        'TSInterfaceDeclaration',
        'TSTypeAliasDeclaration',
        'TSEnumDeclaration',
        'TSPropertySignature',
        'TSMethodSignature',
        'PropertyDefinition',
        'ExportNamedDeclaration > VariableDeclaration',
      ],
      checkConstructors: false,
    },
  ],
  'jsdoc/require-description': 'error',
  'jsdoc/check-tag-names': ['error', { typed: true, definedTags: ['default', 'throws', 'see', 'returns'] }],
  'jsdoc/no-types': 'error',
};

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
      // `TerraformStack.isStack` and its like are predicates without `this`.
      '@typescript-eslint/unbound-method': ['error', { ignoreStatic: true }],
    },
  },
  {
    files: ['packages/*/src/**/*.ts', 'policies/src/**/*.ts', 'stacks/src/**/*.ts'],
    plugins: { jsdoc },
    rules: documented,
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
