import { makeContainer } from '../../server/container.ts';
import { readSecrets } from '../../server/secrets.ts';
import { openDatabase } from '../../server/store/database.ts';

/** A node that counts until it is killed: for the test of the rollups. */
const [, , uri = '', secretsFile = ''] = process.argv;
const stores = makeContainer(await openDatabase(uri), readSecrets(secretsFile));
process.stdout.write('counting\n');
for (;;) await stores.rollups.catchUp(3);
