// npm run web: builds the page and shows it on this machine only.
import { fileURLToPath } from 'node:url';
import { context } from 'esbuild';
import { buildWeb } from './build-web.mjs';

const PORT = 8000;
const folder = fileURLToPath(new URL('../../build/web', import.meta.url));

await import('../build/generate.mjs');
await buildWeb(folder);
const server = await context({});
const { port } = await server.serve({ servedir: folder, host: '127.0.0.1', port: PORT });
process.stdout.write(`http://127.0.0.1:${port}/\n`);
