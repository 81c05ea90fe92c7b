import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ConsentSummary } from '../../server/contract/consent.schema.ts';
import type { GuardianSession, ProofBegun, ProvenGuardian } from '../../server/contract/session.schema.ts';
import { phoneProof } from '../../server/domain/guardian-proof.ts';
import { call, startService, type TestService } from './harness.ts';
import { enterStaff } from './personas.ts';

let service: TestService;
beforeAll(async () => {
  service = await startService();
});
afterAll(() => service.close());

const enter = async () => {
  const body = { code: service.code('guardian') };
  return (await call<GuardianSession>(service, 'POST', '/api/guardian-sessions', { body })).body;
};
const decide = (token: string, purpose: string, action: string) =>
  call<ConsentSummary>(service, 'POST', '/api/guardian/consents', {
    token,
    body: { purpose, action, wording: `${purpose}-1`, language: 'ru' },
  });
const lastHow = ({ events }: ConsentSummary) => events.at(-1)?.how;

describe('how we know that it is the guardian', () => {
  it('is the code alone where nobody can be asked', async () => {
    const session = await enter();
    expect(session.proofs).toEqual([]);
    const begun = await call(service, 'POST', '/api/guardian/proofs/verified-phone', {
      token: session.token,
      body: {},
    });
    expect(begun.status).toBe(404);
    const { body } = await decide(session.token, 'assessment', 'given');
    expect(lastHow(body)).toBe('own-code');
  });

  it('is the telephone after the code that was sent to it, and is noted with the decision', async () => {
    const sent: string[] = [];
    const send = async (_phone: string, code: string) => void sent.push(code);
    const desk = { phoneOf: async () => '+7 700 000 00 00', send, draw: () => 123 };
    service.stores.guardianProofs.set('verified-phone', phoneProof(desk));
    const { token, proofs } = await enter();
    expect(proofs).toEqual(['verified-phone']);
    const path = '/api/guardian/proofs/verified-phone';
    expect((await call<ProofBegun>(service, 'POST', path, { token, body: {} })).body.address).toBeNull();
    expect(sent).toEqual(['000123']);
    expect((await call(service, 'PUT', path, { token, body: { answer: '000124' } })).status).toBe(422);
    const proven = await call<ProvenGuardian>(service, 'PUT', path, { token, body: { answer: '000 123' } });
    expect(proven.body.how).toBe('verified-phone');
    const { body } = await decide(proven.body.token, 'department', 'given');
    expect(lastHow(body)).toBe('verified-phone');
    // Used once.
    expect((await call(service, 'PUT', path, { token, body: { answer: '000123' } })).status).toBe(422);
  });

  it('is the state’s service where it vouches for this child’s guardian', async () => {
    service.stores.guardianProofs.set('state-identity', {
      begin: async (pid) => ({ address: `https://identity.example/sign-in?state=${pid}` }),
      check: async (_pid, answer) => answer === 'vouched',
    });
    const { token } = await enter();
    const path = '/api/guardian/proofs/state-identity';
    const begun = await call<ProofBegun>(service, 'POST', path, { token, body: {} });
    expect(begun.body.address).toContain('https://identity.example/');
    expect((await call(service, 'PUT', path, { token, body: { answer: 'forged' } })).status).toBe(422);
    const proven = await call<ProvenGuardian>(service, 'PUT', path, { token, body: { answer: 'vouched' } });
    expect(lastHow((await decide(proven.body.token, 'university', 'withdrawn')).body)).toBe('state-identity');
  });

  it('gives five tries and ten minutes, no more', async () => {
    const desk = { phoneOf: async () => '1', send: async () => undefined, draw: () => 7 };
    const [now, later] = [new Date(0), new Date(601_000)];
    const slow = phoneProof(desk);
    await slow.begin('p', now);
    expect(await slow.check('p', '000007', later)).toBe(false);
    const guessed = phoneProof(desk);
    await guessed.begin('p', now);
    for (let time = 0; time < 5; time += 1) expect(await guessed.check('p', '999999', now)).toBe(false);
    expect(await guessed.check('p', '000007', now)).toBe(false);
    expect(await guessed.check('nobody', '000007', now)).toBe(false);
  });
});

describe('a withdrawal', () => {
  it('lists who had already read the child by name, to the guardian and the counsellor', async () => {
    const { token } = await enter();
    const { staff, audit, pupils } = service.stores;
    const pid = await ownPid();
    await decide(token, 'department', 'given');
    const department = await staff.byId('demo-department');
    const line = {
      actor: 'demo-department',
      role: 'department',
      action: 'candidate.name',
      target: pid,
      requestId: 'r',
    };
    await audit.append({ ...line, at: new Date('2026-03-01T00:00:00Z') });
    const { body } = await decide(token, 'department', 'withdrawn');
    expect(body.received).toEqual([{ purpose: 'department', at: '2026-03-01T00:00:00.000Z', who: department?.name }]);
    expect(body.purposes.find(({ purpose }) => purpose === 'department')?.open).toBe(false);
    expect(await pupils.byId(pid)).not.toBeNull();
    const counsellor = await enterStaff(service, 'demo-counsellor');
    const seen = await call<ConsentSummary>(service, 'GET', `/api/pupils/${pid}/consents`, counsellor);
    expect(seen.body.received).toHaveLength(1);
  });

  async function ownPid(): Promise<string> {
    const found = await service.stores.codes.find('guardian', service.code('guardian').replaceAll('-', ''));
    if (found === null) throw new Error('the demo’s guardian has no code');
    return found.pid;
  }
});
