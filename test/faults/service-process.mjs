/** The built service in a process of its own, so that a test can kill it: node service-process.mjs <mongoUri> <secretsFile> <port> */
import { start } from '../../dist/server/index.js';

const [, , mongoUri, secretsFile, port] = process.argv;
await start({ mongoUri, secretsFile, dataDir: '', host: '127.0.0.1', port: Number(port), embedded: false });
process.send?.('ready');
