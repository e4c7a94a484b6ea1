import { fileURLToPath } from 'node:url';
import { paraglideVitePlugin } from '@inlang/paraglide-js';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vite';
import { findMessages } from './scripts/lib/messages.mjs';

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** Where `npm run dev` runs the server. */
const server = `http://127.0.0.1:${process.env.TRAINOFF_DEV_SERVER ?? '3001'}`;

export default defineConfig({
  root: at('client'),
  cacheDir: at('node_modules/.vite'),
  plugins: [paraglideVitePlugin(findMessages()), svelte({ configFile: at('svelte.config.js') })],
  define: { __BUILD__: JSON.stringify(process.env.TRAINOFF_BUILD ?? 'dev') },
  build: {
    outDir: at('dist/client'),
    emptyOutDir: true,
    manifest: true,
    // The floor of browsers; SIMD and MathML are asked for at run time.
    target: ['safari15.4', 'ios15.4', 'chrome100', 'firefox115'],
    // A data: URL would need a weaker content security policy.
    assetsInlineLimit: 0,
    // Every phone would load the names of all files that any kind needs, 2 kB for twenty kinds. A kind's part is fetched
    // while its task is read, and names what it imports by itself; only its styles must be there before it is drawn. What
    // the entry fetches is waited for: it keeps its list.
    modulePreload: {
      resolveDependencies: (_part, needed, { hostId }) =>
        /^(index\.html|assets\/index-)/.test(hostId)
          ? needed
          : needed.filter((file) => file.endsWith('.css')),
    },
    // On a slow laptop it warns, in the words of a builder, a teacher who waits for the first start.
    rolldownOptions: {
      checks: { bundlerTimings: false },
      // Every phone loads the list of all parts: without their names, and with short hashes, it is an eighth shorter.
      output: { chunkFileNames: 'assets/[hash:7].js', assetFileNames: 'assets/[hash:7][extname]' },
    },
  },
  worker: { format: 'es' },
  server: {
    port: Number(process.env.PORT ?? 3000),
    strictPort: true,
    host: true,
    proxy: {
      '/api': server,
      '/healthz': server,
      '/socket.io': { target: server, ws: true },
    },
  },
});
