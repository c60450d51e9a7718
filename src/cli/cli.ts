import { leave, start } from './start.ts';

await start(process.argv.slice(2));
leave();
