import { once } from 'node:events';
import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { type ServiceProcess, startProcess } from '../api/service-process.ts';
import { type Device, nextBatch, openDevices, sendBatch, stored } from './upload.ts';

/** A deployment, a crash: the service stops while devices send. Nothing acknowledged may be lost, nothing may be there twice. */
describe('stopping under load', () => {
  let service: ServiceProcess;
  beforeAll(async () => {
    service = await startProcess({ env: { TEST_DEMO: '0' } });
  });
  afterAll(() => service.remove());

  /** Every device sends one batch after another until told to stop; unacknowledged ones are sent again. */
  const load = (devices: readonly Device[]) => {
    let going = true;
    const run = async (device: Device): Promise<void> => {
      while (going) {
        const batch = device.sent.find(({ id }) => !device.acknowledged.has(id)) ?? nextBatch(device);
        const { status } = await sendBatch(service.url, device, batch);
        if (status !== 200) await new Promise((resolve) => setTimeout(resolve, 50));
      }
    };
    const all = Promise.all(devices.map(run));
    // A test that fails half-way leaves nobody sending.
    onTestFinished(() => {
      going = false;
    });
    return async () => {
      going = false;
      await all;
    };
  };
  const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

  const check = async (devices: readonly Device[]) => {
    const found = await stored(service.mongoUri, devices);
    let acknowledged = 0;
    for (const device of devices) {
      const sitting = found.get(device.sitting);
      const held = new Set(Object.keys(sitting?.batches ?? {}));
      expect(
        [...device.acknowledged].filter((id) => !held.has(id)),
        'acknowledged and lost',
      ).toEqual([]);
      const sent = new Set(device.sent.map(({ id }) => id));
      expect(
        [...held].filter((id) => !sent.has(id)),
        'stored and never sent',
      ).toEqual([]);
      acknowledged += device.acknowledged.size;
    }
    return acknowledged;
  };
  const sendTheRest = async (devices: readonly Device[]) => {
    await Promise.all(
      devices.map(async (device) => {
        const doubtful = device.sent.filter(
          ({ id }, at) => !device.acknowledged.has(id) || at > device.sent.length - 10,
        );
        for (const batch of doubtful) expect((await sendBatch(service.url, device, batch)).status).toBe(200);
      }),
    );
    const found = await stored(service.mongoUri, devices);
    for (const { sitting, sent } of devices) {
      const last = sent.at(-1)?.answers[0];
      expect(Object.keys(found.get(sitting)?.batches ?? {})).toHaveLength(sent.length);
      expect(found.get(sitting)?.answers[last?.item ?? '']).toMatchObject({ value: last?.value, seq: last?.seq });
    }
  };

  it.each(['SIGTERM', 'SIGKILL'] as const)('by %s loses nothing it has acknowledged', async (signal) => {
    const devices = await openDevices(service.mongoUri, service.secrets, 24);
    const finish = load(devices);
    await pause(700);
    const startedAt = performance.now();
    expect(await service.end(signal)).toBe(signal === 'SIGTERM' ? 0 : null);
    const stoppedMs = performance.now() - startedAt;
    expect(await check(devices)).toBeGreaterThan(24);
    await service.again();
    await pause(500);
    await finish();
    if (signal === 'SIGTERM') expect(stoppedMs).toBeLessThan(5000);
    await check(devices);
    await sendTheRest(devices);
  });

  it('answers what was already on its way', async () => {
    const [device] = await openDevices(service.mongoUri, service.secrets, 1);
    if (device === undefined) throw new Error('no device');
    const { id, answers } = nextBatch(device);
    const body = JSON.stringify({ answers });
    const head = [
      `PUT /api/sittings/${device.sitting}/batches/${id} HTTP/1.1`,
      'Host: x',
      'Content-Type: application/json',
      `Content-Length: ${body.length}`,
      `Authorization: Bearer ${device.token}`,
    ];
    const socket = connect(Number(new URL(service.url).port), '127.0.0.1');
    let said = '';
    socket.on('data', (bytes) => {
      said += bytes.toString();
    });
    const ended = once(socket, 'close');
    socket.write(`${head.join('\r\n')}\r\n\r\n${body.slice(0, 20)}`);
    await pause(400);
    const stopped = service.end('SIGTERM');
    await pause(400);
    socket.write(body.slice(20));
    await ended;
    expect(said).toMatch(/^HTTP\/1\.1 200 /);
    expect(await stopped).toBe(0);
    await service.again();
    expect([...(await stored(service.mongoUri, [device])).values()].map(({ batches }) => Object.keys(batches))).toEqual(
      [[id]],
    );
  });
});
