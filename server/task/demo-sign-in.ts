import { createHmac } from 'node:crypto';
import type { Container } from '../container.ts';
import { makeCode, printCode } from '../domain/access-code.ts';
import type { Secrets } from '../secrets.ts';
import { demoStaff } from './demo/staff.ts';

export type SignIn = { persona: string; email?: string; password?: string; code?: string; where: string };

/** The demo's pupils and guardian whose codes are printed at every start. */
export const demoCodes = [
  'pupil-kk',
  'pupil-ru',
  'pupil-en',
  'pupil-finished',
  'pupil-personality',
  'pupil-short',
  'pupil-short-finished',
  'pupil-no-consent',
  'guardian',
] as const;
export type DemoCode = (typeof demoCodes)[number];

/** A code derived from this installation's own secret, so that it can be printed again though only its hash is stored. */
export function demoCode(secrets: Secrets, name: DemoCode): string {
  let counter = 0;
  return makeCode((bound) => {
    const bytes = createHmac('sha256', secrets.codeKey).update(`demo|${name}|${counter}`).digest();
    counter += 1;
    return bytes.readUIntBE(0, 6) % bound;
  });
}

/** How to sign in as each persona of the demo; empty where there is no demo here. */
export async function demoSignIn(stores: Container, secrets: Secrets): Promise<readonly SignIn[]> {
  const first = demoStaff[0];
  const password = secrets.demoPassword;
  if (password === null || first === undefined || (await stores.staff.byId(first._id)) === null) return [];
  const code = (name: DemoCode) => printCode(demoCode(secrets, name));
  return [
    { persona: 'pupil, in Kazakh', code: code('pupil-kk'), where: '/' },
    { persona: 'pupil, in Russian', code: code('pupil-ru'), where: '/' },
    { persona: 'pupil, in English', code: code('pupil-en'), where: '/' },
    { persona: 'pupil who has finished', code: code('pupil-finished'), where: '/' },
    { persona: 'pupil, 50 statements only', code: code('pupil-personality'), where: '/' },
    { persona: 'pupil, the short form', code: code('pupil-short'), where: '/' },
    { persona: 'pupil who has finished the short form', code: code('pupil-short-finished'), where: '/' },
    { persona: 'pupil without the guardian’s consent', code: code('pupil-no-consent'), where: '/' },
    { persona: 'guardian of that pupil', code: code('guardian'), where: '/guardian' },
    ...demoStaff.map(({ persona, email }) => ({ persona, email, password, where: '/staff' })),
  ];
}
