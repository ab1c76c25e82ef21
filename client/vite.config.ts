import { fileURLToPath } from 'node:url';
import optimizeLocales from '@react-aria/optimize-locales-plugin';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { lowerStaticBlocks, oldBrowsers } from './old-browsers.ts';
import { precompress } from './precompress.ts';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

const inPackage = (pattern: string): RegExp => new RegExp(`[\\\\/]node_modules[\\\\/](?:${pattern})[\\\\/]`);

// What both entries need, antd apart. The public pages must never pull antd, hence a group of its own below.
const runtime = inPackage(
  'react|react-dom|scheduler|react-router|cookie|set-cookie-parser|@tanstack|i18next|react-i18next|use-sync-external-store',
);
// Helpers of the compiler: left alone they land in the antd chunk, and the public pages would load it for one of them.
const helpers = /@oxc-project[\\/+]runtime/;
const antd = inPackage(
  'antd|@ant-design|@rc-component|@emotion|dayjs|clsx|stylis|throttle-debounce|scroll-into-view-if-needed|compute-scroll-into-view',
);

const widgets = inPackage('react-aria|react-aria-components|react-stately|@internationalized|@react-types|@swc|aria-hidden|client-only');
// What checks a form by the contract: loaded with the first form that somebody opens.
const formPackages = inPackage('zod|react-hook-form|@hookform|@standard-schema');

interface Modules {
  readonly getModuleInfo: (id: string) => { readonly importedIds: readonly string[] } | null;
}
// Small chunks are merged without asking who loads them: one piece with antd in it would bring antd to the public pages, one
// with the forms' check would bring that to every page.
const leansOn = (packages: RegExp, id: string, modules: Modules): boolean =>
  (modules.getModuleInfo(id)?.importedIds ?? []).some(
    (one) => packages.test(one) || (inClient.test(one) && leansOn(packages, one, modules)),
  );
const inClient = /client[\\/](?:ui|lib|i18n|app|parts)[\\/]/;
const fieldPieces = /client[\\/]ui[\\/](?:fields|overlays)[\\/]/;
const sharedBy = (id: string, modules: Modules): string => {
  if (leansOn(formPackages, id, modules)) return 'shared-forms';
  if (fieldPieces.test(id) || leansOn(widgets, id, modules)) return 'shared-fields';
  return leansOn(antd, id, modules) ? 'shared-app' : 'shared';
};

// A shared chunk is named after everything that shares it.
const shortName = (name: string): string => (name.split('~')[0] ?? name).replace(/\.\w+$/, '');

export default defineConfig({
  root: here('.'),
  base: '/',
  publicDir: false,
  cacheDir: here('../node_modules/.vite'),
  plugins: [optimizeLocales.vite({ locales: ['zh-CN', 'en-US'] }), react(), lowerStaticBlocks(), oldBrowsers(), precompress()],
  // The server puts a fresh nonce in place of this word at every request.
  html: { cspNonce: '__NONCE__' },
  build: {
    outDir: here('../dist/client'),
    emptyOutDir: true,
    // The oldest browser served is Chromium 90. Named as such, every class field would be lowered to helpers (3 KiB more on
    // a phone) because of a fault of V8 that concerns static fields of two names; old-browsers.ts refuses those and the rest.
    target: 'chrome98',
    cssTarget: 'chrome90',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    manifest: true,
    reportCompressedSize: false,
    chunkSizeWarningLimit: 2000,
    rolldownOptions: {
      input: { public: here('public.html'), app: here('app.html') },
      output: {
        assetFileNames: ({ names }) => `assets/${shortName(names[0] ?? 'asset')}-[hash][extname]`,
        chunkFileNames: ({ name }) => `assets/${shortName(name)}-[hash].js`,
        entryFileNames: 'assets/[name]-[hash].js',
        codeSplitting: {
          groups: [
            { name: 'react', test: (id) => runtime.test(id) || helpers.test(id), priority: 30 },
            // Initial and late widgets apart: the first page must not wait for date pickers and trees that no one has opened.
            { name: 'antd', test: antd, tags: ['$initial'], priority: 20 },
            { name: 'antd-late', test: antd, priority: 10 },
            { name: 'widgets', test: widgets, priority: 10 },
            { name: 'forms', test: formPackages, priority: 10 },
            // What screens share, in few files: a request costs more than a kilobyte on a county's line.
            {
              name: sharedBy,
              debugName: 'shared',
              test: inClient,
              minShareCount: 2,
              entriesAware: true,
              entriesAwareMergeThreshold: 4_096,
              priority: 5,
            },
          ],
        },
      },
    },
  },
});
