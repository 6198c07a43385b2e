// @ts-check
import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';

const pure = ['vscode', 'node:*', '@tensorflow/*', 'chart.js', 'preact', 'preact/*', 'katex'];

/**
 * The import law: what the files of a folder may not import.
 * @param {string} folder @param {string[]} forbidden @param {boolean} [typesAllowed]
 */
function law(folder, forbidden, typesAllowed = false) {
  return {
    files: [`${folder}/**/*.{ts,tsx}`],
    rules: {
      '@typescript-eslint/no-restricted-imports': [
        'error',
        {
          patterns: forbidden.map((group) => ({
            group: [group],
            allowTypeImports: typesAllowed && group.startsWith('@tensorflow'),
            message: `${folder} must not import ${group}: see ARCHITECTURE.md, "Who may import whom".`,
          })),
        },
      ],
    },
  };
}

const layers = ['training', 'platform', 'host', 'cli', 'webview'].map((name) => `**/${name}/**`);
/** @param {string[]} allowed */
const allBut = (...allowed) =>
  layers.filter((layer) => !allowed.some((name) => layer.includes(`/${name}/`)));
const entry = ['**/activate.ts', '**/extension-*.ts'];

const platform = [
  'vscode',
  '@tensorflow/*',
  ...allBut('platform', 'training'),
  '**/insight/**',
  ...entry,
];

export default defineConfig(
  globalIgnores([
    'dist/',
    'out/',
    '.vscode-test/',
    'kernels/*.ts',
    'bench/**/*.ts',
    '**/*.mjs',
    '**/*.d.mts',
    '**/*.cjs',
  ]),
  tseslint.configs.strictTypeChecked,
  {
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      '@typescript-eslint/no-confusing-void-expression': 'off',
      '@typescript-eslint/no-unnecessary-condition': 'error',
      eqeqeq: 'error',
    },
  },
  law('src/experiment', [...pure, ...layers, '**/run/**', '**/insight/**', ...entry], true),
  law('src/run', [...pure, ...layers, '**/insight/**', ...entry]),
  law('src/insight', [...pure, ...layers, ...entry]),
  law('src/training', [
    'vscode',
    'node:*',
    'chart.js',
    'preact',
    'katex',
    ...allBut('training'),
    '**/insight/**',
    ...entry,
  ]),
  law('src/platform', platform),
  law('src/platform/web', [...platform, 'node:*', '**/platform/node/**']),
  law('src/cli', ['vscode', ...allBut('cli', 'training', 'platform'), ...entry]),
  law('src/host', [
    'node:*',
    '@tensorflow/*',
    ...allBut('host', 'platform'),
    '**/platform/node/**',
    '**/platform/web/**',
    ...entry,
  ]),
  law('webview', ['vscode', 'node:*', '@tensorflow/*', ...allBut('webview'), ...entry]),
);
