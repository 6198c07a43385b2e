// @ts-check
/**
 * The one build: node esbuild.mjs [--watch] [--tests]. Everything lands in dist/ (what ships) and
 * out/ (what only tests need). A warning fails the build.
 */
import { copyFile, mkdir, readdir } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { build, context } from 'esbuild';
import { buildKernels } from './kernels/build.mjs';
import { writeLicences } from './scripts/licences.mjs';

const watch = process.argv.includes('--watch');
const tests = process.argv.includes('--tests');
const production = process.argv.includes('--production');
const require = createRequire(import.meta.url);

/** @type {import('esbuild').BuildOptions} */
const common = {
  bundle: true,
  minify: production,
  sourcemap: production ? false : 'linked',
  legalComments: 'none',
  target: 'es2022',
  logLevel: 'warning',
};

/** @type {import('esbuild').BuildOptions} */
const node = {
  ...common,
  platform: 'node',
  format: 'cjs',
  target: 'node20',
  // The default of platform node takes tfjs's CommonJS build and drops registrations that it needs.
  mainFields: ['module', 'main'],
  outExtension: { '.js': '.cjs' },
};

/** For what trains. tfjs would load node-fetch at its first fetch, and there is none. */
const trainer = { ...node, external: ['node-fetch'] };

/** @type {import('esbuild').BuildOptions} For a VS Code that is nothing but a page. */
const web = { ...common, platform: 'browser', outdir: 'dist/web' };

/** @type {import('esbuild').BuildOptions[]} */
const targets = [
  {
    ...node,
    entryPoints: { extension: 'src/extension-node.ts' },
    outdir: 'dist',
    external: ['vscode'],
  },
  { ...trainer, entryPoints: { worker: 'src/platform/node/worker-entry.ts' }, outdir: 'dist' },
  { ...trainer, entryPoints: { train: 'src/cli/train.ts' }, outdir: 'out' },
  {
    ...web,
    entryPoints: { extension: 'src/extension-web.ts' },
    format: 'cjs',
    external: ['vscode'],
  },
  { ...web, entryPoints: { worker: 'src/platform/web/worker-entry.ts' }, format: 'iife' },
  {
    ...common,
    entryPoints: { webview: 'webview/main.tsx' },
    outdir: 'dist',
    platform: 'browser',
    format: 'iife',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    loader: { '.woff2': 'file', '.woff': 'empty', '.ttf': 'empty' },
    assetNames: 'fonts/[name]',
  },
];

if (tests) {
  const integration = {
    entryPoints: { index: 'test/integration/index.ts' },
    external: ['vscode'],
    plugins: [await allOf('integration-tests', 'test/integration', /\.test\.ts$/)],
  };
  targets.push(
    {
      ...node,
      ...integration,
      outdir: 'out/test/integration',
      // Mocha names the files of its parallel mode, which a bundle has not and these tests do not use.
      logOverride: { 'require-resolve-not-external': 'silent' },
    },
    {
      ...web,
      ...integration,
      outdir: 'out/test/integration/web',
      format: 'cjs',
      alias: { mocha: './test/integration/browser-mocha.ts' },
    },
  );
}

/**
 * A virtual module `virtual:<name>` that imports every file of a folder that matches, so that a new
 * one is found by itself.
 * @param {string} name @param {string} folder @param {RegExp} pattern
 * @returns {Promise<import('esbuild').Plugin>}
 */
async function allOf(name, folder, pattern) {
  const files = (await readdir(folder)).filter((file) => pattern.test(file)).sort();
  return {
    name,
    setup(build) {
      build.onResolve({ filter: new RegExp(`^virtual:${name}$`) }, ({ path }) => ({
        path,
        namespace: name,
      }));
      build.onLoad({ filter: /.*/, namespace: name }, () => ({
        contents: files.map((file) => `import './${file}';`).join('\n'),
        resolveDir: path.resolve(folder),
      }));
    },
  };
}

async function copyTfjsWasm() {
  const file = 'tfjs-backend-wasm-simd.wasm';
  const folder = path.dirname(require.resolve('@tensorflow/tfjs-backend-wasm'));
  await copyFile(path.join(folder, file), path.join('dist', file));
}

/** @param {import('esbuild').BuildOptions} options */
async function buildOnce(options) {
  const { warnings, metafile } = await build({ ...options, metafile: true });
  if (warnings.length > 0) throw new Error(`${warnings.length} warnings in the build: see above`);
  return options.outdir?.startsWith('dist') ? Object.keys(metafile.inputs) : [];
}

await mkdir('dist', { recursive: true });
await Promise.all([copyTfjsWasm(), buildKernels('dist/kernels.wasm')]);
if (watch) {
  for (const options of targets) await (await context({ ...options, logLevel: 'info' })).watch();
} else {
  const inputs = (await Promise.all(targets.map(buildOnce))).flat();
  writeLicences(inputs, 'dist/third-party-licences.txt');
}
