import eslint from '@eslint/js';
import jsdoc from 'eslint-plugin-jsdoc';
import tseslint from 'typescript-eslint';

/** Every exported declaration, and every member of an exported interface or class, says what it is. */
const documented = {
  'jsdoc/require-jsdoc': [
    'error',
    {
      publicOnly: true,
      require: { ClassDeclaration: true, FunctionDeclaration: true, MethodDefinition: true, ArrowFunctionExpression: true },
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
  'jsdoc/require-description': ['error', { contexts: ['any'] }],
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
      // A construct is made for its effect on the tree.
      'no-new': 'off',
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
        ['Buffer', 'URL', 'WebAssembly', 'clearInterval', 'console', 'module', 'performance', 'process', 'require', 'setInterval', '__dirname'].map(
          (name) => [name, 'readonly'],
        ),
      ),
    },
  },
  { files: ['**/*.cjs', '**/bin/*.js'], languageOptions: { sourceType: 'commonjs' } },
);
