import { transformWithOxc, type Plugin } from 'vite';

/**
 * Syntax that Chromium 90, the oldest browser served, does not know although vite.config.ts lets it pass: static blocks
 * and brand checks of private fields; and static fields called `name` or `length`, which V8 before 9.8 trips over.
 */
const unknown = [/\bstatic\s*\{/, /#[\w$]+ in [\w$(]/, /\bstatic\s+(?:name|length)\s*[=;]/];

/** The widgets' library ships static blocks; lowering its files alone costs nothing, lowering everything 3 KiB on a phone. */
export function lowerStaticBlocks(): Plugin {
  return {
    name: 'lower-static-blocks',
    apply: 'build',
    enforce: 'pre',
    transform: {
      filter: { id: /[\\/]node_modules[\\/](?:react-aria|react-aria-components|react-stately)[\\/]/, code: /\bstatic\s*\{/ },
      handler: (code, id) => transformWithOxc(code, id, { target: 'chrome90', lang: 'js' }),
    },
  };
}

/** Fails the build rather than an old browser. */
export function oldBrowsers(): Plugin {
  return {
    name: 'old-browsers',
    apply: 'build',
    generateBundle(_, bundle) {
      for (const chunk of Object.values(bundle)) {
        const found = chunk.type === 'chunk' ? unknown.find((pattern) => pattern.test(chunk.code)) : undefined;
        if (found !== undefined) this.error(`${chunk.fileName} contains ${found.source}, which Chromium 90 does not know`);
      }
    },
  };
}
