import express from 'express';
import { readTuning } from '../../../server/config.ts';
import { answerBatch } from '../../../server/contract/sitting.schema.ts';
import { validator } from '../../../server/http/validator.ts';
import { serve } from '../../../server/serve.ts';
import { openDatabase } from '../../../server/store/database.ts';

/**
 * One server of the comparison, in a process of its own: `ours` is the service itself, `echo` the same Express app that only
 * validates and echoes, `plain` one `updateOne` per request, majority and journal, without group commit.
 */
const [, , kind = '', mongoUri = '', secretsFile = ''] = process.argv;

async function start(): Promise<string> {
  if (kind === 'ours') {
    const tuning = readTuning(process.env);
    return (await serve({ ...tuning, mongoUri, secretsFile, host: '127.0.0.1', port: 0 })).url;
  }
  const app = express();
  const check = validator(answerBatch, 'body');
  const database = kind === 'plain' ? await openDatabase(mongoUri) : null;
  const sittings = database?.db.collection<{ _id: string }>('sittings');
  app.use(express.json({ limit: 65_536 }));
  app.put('/api/sittings/:sitting/batches/:batch', async (request, response) => {
    check(request.body);
    const { sitting, batch } = request.params;
    const answers: { item: string; seq: number }[] = request.body.answers;
    const last = answers.at(-1)?.seq ?? 0;
    const set = Object.fromEntries(answers.map((answer) => [`answers.${answer.item}`, { ...answer, at: new Date() }]));
    await sittings?.updateOne({ _id: sitting }, { $set: { ...set, lastSeq: last, [`batches.${batch}`]: 'x' } });
    response.json({ batch, stored: answers.length, serverTime: new Date().toISOString() });
  });
  return new Promise((resolve) => {
    const server = app.listen(0, '127.0.0.1', () => {
      const address = server.address();
      resolve(`http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`);
    });
  });
}

process.on('message', (message) => {
  if (message === 'cpu') process.send?.({ cpu: process.cpuUsage() });
});
process.send?.({ url: await start() });
// Ends with the bench, in a way that lets a profiler write down what it saw.
process.once('disconnect', () => process.exit());
