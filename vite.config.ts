import { reactRouter } from '@react-router/dev/vite';
import { defineConfig } from 'vite';
import { words } from './src/main/words-plugin.ts';

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
  css: { modules: { localsConvention: 'camelCaseOnly' } },
});
