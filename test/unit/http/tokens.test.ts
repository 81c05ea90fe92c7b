import { createHmac, createSecretKey, randomBytes } from 'node:crypto';
import jwt from 'jsonwebtoken';
import { describe, expect, it } from 'vitest';
import type { StaffActor } from '../../../server/domain/actor.ts';
import { tokens } from '../../../server/http/tokens.ts';

const key = () => createSecretKey(randomBytes(32));
const [first, second, foreign] = [key(), key(), key()];
const service = tokens([
  { id: 'k2', key: second },
  { id: 'k1', key: first },
]);
const now = new Date('2026-03-01T10:00:00Z');
const inTen = new Date(now.getTime() + 600_000);
const nowS = now.getTime() / 1000;

const staff: StaffActor = {
  kind: 'staff',
  id: 'st-1',
  role: 'counsellor',
  schools: ['s-1'],
  region: 'KZ-61',
  organisation: null,
  family: 'f-1',
};
const claims = {
  sub: 'st-1',
  role: 'operator',
  schools: [],
  family: 'f-1',
  iss: 'ustaz',
  aud: 'staff',
  exp: nowS + 600,
};
const signed = (changed: object, options: jwt.SignOptions = {}, by = second): string =>
  jwt.sign(JSON.parse(JSON.stringify({ ...claims, ...changed })), by, { keyid: 'k2', noTimestamp: true, ...options });

/** Signed by hand, whatever stands in it. */
function raw(header: object, body: object): string {
  const text = [header, body].map((part) => Buffer.from(JSON.stringify(part)).toString('base64url')).join('.');
  return `${text}.${createHmac('sha256', second).update(text).digest('base64url')}`;
}

describe('access tokens', () => {
  it('give back the actor they were made for', () => {
    expect(service.read(service.forStaff(staff, inTen), now)).toEqual(staff);
    const sitting = {
      pid: 'p',
      sitting: 's',
      campaign: 'c',
      school: 'sc',
      region: 'r',
      instrument: 'i@1.0.0',
      code: 'g',
    };
    expect(service.read(service.forPupil(sitting, inTen), now)).toEqual({ kind: 'pupil', ...sitting });
    expect(service.read(service.forUpload(sitting, inTen), now)).toEqual({ kind: 'upload', ...sitting });
    const guardian = { kind: 'guardian', pid: 'p', school: 's', region: 'r', code: 'g', how: 'own-code' } as const;
    expect(service.read(service.forGuardian(guardian, inTen), now)).toEqual(guardian);
  });

  it('are read by the older key too, and signed by the newer', () => {
    const old = tokens([{ id: 'k1', key: first }]);
    expect(service.read(old.forStaff(staff, inTen), now)).toEqual(staff);
    expect(old.read(service.forStaff(staff, inTen), now)).toBeNull();
  });

  it('hold until they expire, to the second', () => {
    const token = service.forStaff(staff, inTen);
    expect(service.read(token, new Date(inTen.getTime() - 1000))).not.toBeNull();
    expect(service.read(token, inTen)).toBeNull();
    // What was read before is remembered, its end too; and nobody may change what another request will get.
    expect(service.read(token, now)).toEqual(staff);
    expect(service.read(token, inTen)).toBeNull();
    expect(Object.isFrozen(service.read(token, now))).toBe(true);
  });

  it('accept what this test signs when nothing is wrong with it', () => {
    expect(service.read(signed({}), now)).toMatchObject({ kind: 'staff', role: 'operator' });
    expect(service.read(raw({ alg: 'HS256', kid: 'k2' }, claims), now)).toMatchObject({ kind: 'staff' });
  });

  it.each([
    ['no algorithm', raw({ alg: 'none', kid: 'k2' }, claims)],
    ['no algorithm and no signature', raw({ alg: 'nOnE', kid: 'k2' }, claims).replace(/[^.]*$/, '')],
    ['HS384', signed({}, { algorithm: 'HS384' })],
    ['HS512', signed({}, { algorithm: 'HS512' })],
    ['another issuer', signed({ iss: 'elsewhere' })],
    ['no issuer', signed({ iss: undefined })],
    ['another audience', signed({ aud: 'admin' })],
    ['no audience', signed({ aud: undefined })],
    ['several audiences', signed({ aud: ['staff', 'pupil'] })],
    ['no expiry', signed({ exp: undefined })],
    ['no expiry but a time of issue', signed({ exp: undefined, iat: nowS })],
    ['an expiry that is no number', raw({ alg: 'HS256', kid: 'k2' }, { ...claims, exp: 'never' })],
    ['expired', signed({ exp: nowS - 1 })],
    ['not yet valid', signed({ nbf: nowS + 60 })],
    ['no subject', signed({ sub: undefined })],
    ['an empty subject', signed({ sub: '' })],
    ['an unknown key id', signed({}, { keyid: 'k3' })],
    ['no key id', raw({ alg: 'HS256' }, claims)],
    ['a key id that is a path', signed({}, { keyid: '../k2' })],
    ['a key id of the object’s own', signed({}, { keyid: '__proto__' })],
    ['a foreign key under our id', signed({}, {}, foreign)],
    ['the right key under the other id', signed({}, { keyid: 'k1' })],
    ['nothing', ''],
    ['two dots', '..'],
    ['much', 'a'.repeat(100_000)],
  ])('are refused with %s', (_, token) => {
    expect(service.read(token, now)).toBeNull();
  });

  it('are refused when any character of them is changed', () => {
    const token = service.forStaff(staff, inTen);
    for (let at = 0; at < token.length - 1; at += 7) {
      const other = token[at] === 'A' ? 'B' : 'A';
      expect(service.read(token.slice(0, at) + other + token.slice(at + 1), now), `at ${at}`).toBeNull();
    }
  });

  it('of another region are not made from an own one by swapping the body', () => {
    const [head, , signature] = service.forStaff(staff, inTen).split('.');
    const body = Buffer.from(JSON.stringify({ ...claims, region: 'KZ-10' })).toString('base64url');
    expect(service.read(`${head}.${body}.${signature}`, now)).toBeNull();
  });

  it('fit their own limit for the person with the most schools', () => {
    const schools = Array.from({ length: 50 }, (_, index) => `s-${index}`.padEnd(64, 'x'));
    const most = { ...staff, schools };
    expect(service.read(service.forStaff(most, inTen), now)).toEqual(most);
  });

  it('are not made without a key', () => expect(() => tokens([])).toThrow(RangeError));
});
