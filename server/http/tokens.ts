import type { KeyObject } from 'node:crypto';
import jwt from 'jsonwebtoken';
import type { Actor, ExpertActor, GuardianActor, SittingActor, StaffActor } from '../domain/actor.ts';

type NamedKey = { id: string; key: KeyObject };
type Verified = { actor: Actor; exp: number };
type Audience = 'staff' | 'pupil' | 'upload' | 'guardian' | 'expert';

const issuer = 'ustaz';
const algorithm = 'HS256';
/** Room for the 50 schools a person may have, their ids as long as ids may be. */
const longestToken = 6000;
/** At half a kilobyte each, a few megabytes. */
const mostVerified = 5000;

export type Tokens = ReturnType<typeof tokens>;

/**
 * Signs and reads access tokens. HS256 with a KeyObject (36 times faster to verify than a buffer), algorithm, issuer and
 * audience pinned, `exp` demanded, the key looked up by its exact id in a local map; the first key signs, all verify.
 */
export function tokens(keys: readonly NamedKey[]) {
  const current = keys[0];
  if (current === undefined) throw new RangeError('tokens requires at least one key');
  const byId = new Map(keys.map(({ id, key }) => [id, key]));

  const sign = (audience: Audience, subject: string, claims: object, expiresAt: Date): string =>
    jwt.sign({ ...claims, exp: Math.floor(expiresAt.getTime() / 1000) }, current.key, {
      algorithm,
      issuer,
      audience,
      subject,
      keyid: current.id,
    });

  /** Tokens that held, by all of their text: a device sends the same one with each batch. Keys do not change while we run. */
  const verified = new Map<string, Verified>();

  const verify = (token: string, nowS: number): Verified | null => {
    const kid = keyId(token);
    const key = kid === null ? undefined : byId.get(kid);
    if (key === undefined) return null;
    try {
      const claims = jwt.verify(token, key, {
        algorithms: [algorithm],
        issuer,
        audience: ['staff', 'pupil', 'upload', 'guardian', 'expert'],
        clockTimestamp: nowS,
      });
      if (typeof claims === 'string' || typeof claims.exp !== 'number') return null;
      const actor = toActor(claims);
      return actor === null ? null : { actor: Object.freeze(actor), exp: claims.exp };
    } catch {
      return null;
    }
  };

  return {
    forStaff: ({ id, role, schools, region, organisation, family }: StaffActor, expiresAt: Date): string =>
      sign('staff', id, { role, schools, region, organisation, family }, expiresAt),
    forPupil: (actor: SittingActor, expiresAt: Date): string =>
      sign('pupil', actor.pid, sittingClaims(actor), expiresAt),
    forUpload: (actor: SittingActor, expiresAt: Date): string =>
      sign('upload', actor.pid, sittingClaims(actor), expiresAt),
    forGuardian: ({ pid, school, region, code, how }: GuardianActor, expiresAt: Date): string =>
      sign('guardian', pid, { school, region, code, how }, expiresAt),
    forExpert: ({ expert, panel, link }: ExpertActor, expiresAt: Date): string =>
      sign('expert', expert, { panel, link }, expiresAt),

    /** The actor a token stands for; null where it is not ours, not for us, altered, without `exp` or past it. */
    read(token: string, now: Date): Actor | null {
      const nowS = Math.floor(now.getTime() / 1000);
      const held = verified.get(token) ?? verify(token, nowS);
      if (held === null) return null;
      // Put last again: what nobody has sent for long is forgotten first.
      verified.delete(token);
      if (held.exp <= nowS) return null;
      verified.set(token, held);
      if (verified.size > mostVerified) verified.delete(verified.keys().next().value ?? '');
      return held.actor;
    },
  };
}

const sittingClaims = ({ sitting, campaign, school, region, instrument, code, closesAt }: SittingActor) => ({
  sitting,
  campaign,
  school,
  region,
  instrument,
  code,
  ...(closesAt === undefined ? {} : { closesAt }),
});

/** The key id of a token's header, without trusting anything else of it. */
function keyId(token: string): string | null {
  if (token.length > longestToken) return null;
  try {
    const header: unknown = JSON.parse(Buffer.from(token.split('.')[0] ?? '', 'base64url').toString('utf8'));
    if (typeof header !== 'object' || header === null || !('kid' in header)) return null;
    return typeof header.kid === 'string' ? header.kid : null;
  } catch {
    return null;
  }
}

/** Our own signature stands under these claims, so their shape is known: it is what `sign` wrote. */
function toActor(claims: jwt.JwtPayload): Actor | null {
  const { sub = '', aud } = claims;
  if (sub === '') return null;
  if (aud === 'staff') {
    const { role, schools, region, organisation, family } = claims as unknown as StaffActor;
    return { kind: 'staff', id: sub, role, schools, region, organisation, family };
  }
  if (aud === 'guardian') {
    const { school, region, code, how } = claims as unknown as GuardianActor;
    return { kind: 'guardian', pid: sub, school, region, code, how };
  }
  if (aud === 'expert') {
    const { panel, link } = claims as unknown as ExpertActor;
    return { kind: 'expert', expert: sub, panel, link };
  }
  if (aud !== 'pupil' && aud !== 'upload') return null;
  return { kind: aud, pid: sub, ...sittingClaims(claims as unknown as SittingActor) };
}
