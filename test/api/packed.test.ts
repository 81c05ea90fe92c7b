import { afterAll, beforeAll, expect, it } from 'vitest';
import { startService, type TestService } from './harness.ts';

let service: TestService;
beforeAll(async () => {
  service = await startService({ demo: false });
});
afterAll(() => service.close());

const path = '/api/instruments/kasip-9/1.0.0/texts/kk';

it('sends public words packed to whoever takes that, and as they are to whoever does not', async () => {
  const packed = await fetch(service.url + path, { headers: { 'accept-encoding': 'gzip' } });
  expect(packed.headers.get('content-encoding')).toBe('gzip');
  expect(Number(packed.headers.get('content-length'))).toBeLessThan(20_000);
  const plain = await fetch(service.url + path, { headers: { 'accept-encoding': 'identity' } });
  expect(plain.headers.get('content-encoding')).toBeNull();
  expect(await packed.json()).toEqual(await plain.json());
});

it('packs nothing that is somebody’s own', async () => {
  const own = await fetch(`${service.url}/api/wordings/assessment/pupil/kk`, {
    headers: { 'accept-encoding': 'gzip' },
  });
  expect(own.headers.get('content-encoding')).toBeNull();
});
