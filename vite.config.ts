import { reactRouter } from '@react-router/dev/vite';
import { defineConfig } from 'vite';
import { classNames } from './src/main/class-names.ts';
import { words } from './src/main/words-plugin.ts';

/** The room of the web that a file belongs to which is no page itself. */
const room = (id: string) => /\/src\/web\/([a-z-]+)\/[^/]+(?<!\.route)\.tsx?$/.exec(id)?.[1] ?? null;

/** What pages share goes in few files: on a slow line each small one costs a turn of its own. What one page alone uses stays with it. */
const fewerFiles = {
  chunkFileNames: ({ name }: { name: string }) => `assets/${name.replace(/[~.].*$/, '')}-[hash].js`,
  codeSplitting: {
    groups: [
      // Everything that no page does without and that is not ours: together it is smaller than apart.
      {
        name: 'router',
        test: /\/node_modules\/(react|react-dom|scheduler|react-router|@lingui)\//,
        priority: 2,
      },
      {
        name: 'frame',
        test: /\/src\/(web\/(design|shell|words)|words|domain\/shared)\/|\/web\/offline\/[a-z-]+\.module|\/web\/territories\/territory-shapes/,
        minShareCount: 2,
        priority: 1,
      },
      // Of what first screens have in common, this a need says too: it is not to bring the rest.
      { name: 'plans', test: /\/src\/web\/plans\/plan-lines/, priority: 1 },
      // What the first screens of a committee, a municipality and an institution have in common.
      {
        name: 'month',
        test: /\/src\/web\/(home\/(this-month|home-shapes|caller|home\.module)|ledger\/due-lines|territories\/(cooperation-here|whom-to-call))/,
        priority: 1,
      },
      {
        name: room,
        debugName: 'rooms',
        minShareCount: 2,
        entriesAware: true,
        entriesAwareMergeThreshold: 2500,
      },
    ],
  },
};

export default defineConfig({
  plugins: [words(), reactRouter()],
  build: {
    // Inlined files would need `data:` in the page's security policy.
    assetsInlineLimit: 0,
    // One sheet: on a slow line each further file costs a round trip before anything is drawn.
    cssCodeSplit: false,
    // A server that is running, and pages that are open, still ask for the files of the build before.
    emptyOutDir: false,
    manifest: true,
    // Old enough that light-dark() is compiled for phones that do not know it.
    cssTarget: ['chrome107', 'safari15', 'firefox104'],
    reportCompressedSize: false,
  },
  environments: {
    client: { build: { rolldownOptions: { output: fewerFiles } } },
  },
  optimizeDeps: {
    include: [
      'react',
      'react-dom',
      'react-dom/client',
      'react/jsx-runtime',
      'react/jsx-dev-runtime',
      'react-router',
      'react-router/dom',
      '@lingui/core',
      'idb',
    ],
  },
  // Short names: they stand in every page and every sheet.
  css: { modules: { localsConvention: 'camelCaseOnly', generateScopedName: classNames() } },
});
