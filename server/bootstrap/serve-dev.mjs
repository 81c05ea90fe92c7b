/** What `npm run dev` starts under tsx, again at each change of a source: the server from its TypeScript. */
import { start } from '../index.ts';
import { signInTable } from './sign-in-table.mjs';

const options = JSON.parse(process.env.USTAZ_START_OPTIONS ?? '{}');
const server = await start({ ...options, log: (line) => console.log(`  ${line}`) });
console.log(`\nThe server listens at ${server.url}`);
for (const line of signInTable(server.signIn)) console.log(line);
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => server.stop().then(() => process.exit(0)));
