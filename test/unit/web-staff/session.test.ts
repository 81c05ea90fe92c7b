import { beforeEach, describe, expect, it } from 'vitest';
import type { StaffMe, StaffSession } from '../../../server/contract/session.schema.ts';
import type { Client } from '../../../web/offline/api.ts';
import { ApiFailure } from '../../../web/offline/failure.ts';
import { Session } from '../../../web/staff/session/session.ts';
import type { Tabs } from '../../../web/staff/session/tabs.ts';

const me = (id: string): StaffMe => ({
  id,
  name: id,
  email: `${id}@example.kz`,
  role: 'counsellor',
  language: 'kk',
  schools: ['s-1'],
  whole: ['s-1'],
  may: ['class.read'],
  region: null,
  organisation: null,
  place: { kk: '', ru: '', en: '' },
  demo: false,
});
const sessionOf = (id: string, accessToken: string): StaffSession => ({
  accessToken,
  expiresAt: '2026-01-01T00:00:00.000Z',
  me: me(id),
});
const refusal = (status: number): ApiFailure =>
  new ApiFailure({ type: 'about:blank', slug: 'x', title: '', status, requestId: '' });

/** A server of which each test says what it answers; it remembers what it was asked. */
function fakeServer() {
  const asked: string[] = [];
  let next: () => Promise<unknown> = () => Promise.reject(refusal(401));
  const send = async <Reply>(method: string, path: string): Promise<Reply> => {
    asked.push(`${method} ${path}`);
    return (await next()) as Reply;
  };
  const client: Client = { get: () => Promise.reject(refusal(404)), send, sendBytes: send };
  return {
    client,
    asked,
    answers: (answer: () => Promise<unknown>) => {
      next = answer;
    },
  };
}

let server: ReturnType<typeof fakeServer>;
let session: Session;
let told: string[];
let leaveElsewhere: () => void;

beforeEach(() => {
  server = fakeServer();
  told = [];
  const tabs: Tabs = {
    inTurn: (work) => work(),
    tellLeft: () => told.push('left'),
    onLeft: (listener) => {
      leaveElsewhere = listener;
    },
  };
  session = new Session(server.client, tabs);
});

describe('coming to the page', () => {
  it('takes up the session of an earlier page through the cookie', async () => {
    server.answers(async () => sessionOf('a', 't1'));
    await session.start();
    expect([session.state().kind, session.token()]).toEqual(['signed-in', 't1']);
    expect(server.asked).toEqual(['POST /api/staff-sessions/refresh']);
  });

  it('asks to sign in where there is none', async () => {
    await session.start();
    expect(session.state()).toEqual({ kind: 'signed-out', afterLeaving: false });
  });

  it('signs nobody out because the network is away', async () => {
    server.answers(() => Promise.reject(new ApiFailure(null)));
    await session.start();
    expect(session.state().kind).toBe('unreachable');
  });
});

describe('a session that runs out in mid-work', () => {
  beforeEach(async () => {
    server.answers(async () => sessionOf('a', 't1'));
    await session.signIn('a@example.kz', 'word');
  });

  it('is renewed once for all calls that met its end', async () => {
    server.answers(async () => sessionOf('a', 't2'));
    expect(await Promise.all([session.renew(), session.renew(), session.renew()])).toEqual([true, true, true]);
    expect(server.asked.filter((line) => line.endsWith('/refresh'))).toHaveLength(1);
    expect(session.token()).toBe('t2');
  });

  it('lets calls wait until the same person is back, and keeps the page meanwhile', async () => {
    server.answers(() => Promise.reject(refusal(401)));
    const renewed = session.renew();
    await Promise.resolve();
    await new Promise((resolve) => setTimeout(resolve));
    expect(session.state()).toEqual({ kind: 'interrupted', me: me('a') });
    expect(session.token()).toBeNull();
    server.answers(async () => sessionOf('a', 't3'));
    await session.signIn('a@example.kz', 'word');
    expect(await renewed).toBe(true);
    expect(session.token()).toBe('t3');
  });

  it('repeats nothing in the name of another person', async () => {
    server.answers(() => Promise.reject(refusal(401)));
    const renewed = session.renew();
    await new Promise((resolve) => setTimeout(resolve));
    server.answers(async () => sessionOf('b', 't4'));
    await session.signIn('b@example.kz', 'word');
    expect(await renewed).toBe(false);
    expect(session.state()).toEqual({ kind: 'signed-in', me: me('b') });
  });

  it('is not ended by a network that is away', async () => {
    server.answers(() => Promise.reject(new ApiFailure(null)));
    await expect(session.renew()).rejects.toBeInstanceOf(ApiFailure);
    expect([session.state().kind, session.token()]).toEqual(['signed-in', 't1']);
  });

  it('can be given up: waiting calls fail, the token is gone', async () => {
    server.answers(() => Promise.reject(refusal(401)));
    const renewed = session.renew();
    await new Promise((resolve) => setTimeout(resolve));
    session.giveUp();
    expect(await renewed).toBe(false);
    expect(session.state().kind).toBe('signed-out');
  });
});

describe('leaving', () => {
  beforeEach(async () => {
    server.answers(async () => sessionOf('a', 't1'));
    await session.signIn('a@example.kz', 'word');
    server.answers(async () => undefined);
  });

  it.each([
    ['here', 'DELETE /api/staff-sessions/current'],
    ['everywhere', 'DELETE /api/staff-sessions'],
  ] as const)('%s tells the server, forgets the token and tells other tabs', async (where, line) => {
    await session.signOut(server.client, where);
    expect(server.asked.slice(1)).toEqual([line]);
    expect([session.state(), session.token(), told]).toEqual([
      { kind: 'signed-out', afterLeaving: true },
      null,
      ['left'],
    ]);
  });

  it('stays signed in where the server did not hear of it', async () => {
    server.answers(() => Promise.reject(new ApiFailure(null)));
    await expect(session.signOut(server.client, 'here')).rejects.toBeInstanceOf(ApiFailure);
    expect([session.state().kind, told]).toEqual(['signed-in', []]);
  });

  it('happens here when it happened in another tab', () => {
    leaveElsewhere();
    expect([session.state().kind, session.token()]).toEqual(['signed-out', null]);
  });
});
