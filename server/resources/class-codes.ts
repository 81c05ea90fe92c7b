import { randomInt, randomUUID } from 'node:crypto';
import type { Container } from '../container.ts';
import {
  type CardRequest,
  type ClassCodes,
  type CodeRequest,
  cardRequest,
  classCodes,
  codeRequest,
} from '../contract/codes.schema.ts';
import { type ClassParams, classParams } from '../contract/school.schema.ts';
import { shape } from '../contract/shape.ts';
import { foldCode, makeCode, printCode } from '../domain/access-code.ts';
import { dayInWords } from '../domain/day-words.ts';
import { Problem } from '../domain/problem.ts';
import { endpoint, FileReply } from '../http/endpoint.ts';
import type { Identity } from '../store/identities.ts';
import { classAndSchool } from './classes.ts';
import { codeMs } from './pupils.ts';

const ofClass = { of: 'class', param: 'class' } as const;

export const issueClassCodes = endpoint({
  method: 'post',
  path: '/api/classes/:class/codes',
  summary: 'Codes for a class, shown once; pupils who have a working one keep it unless all are asked for',
  permission: 'pupil.write',
  scope: ofClass,
  params: shape<ClassParams>(classParams),
  body: shape<CodeRequest>(codeRequest),
  reply: shape<ClassCodes>(classCodes),
  audit: { action: 'codes.issue-class', target: 'class' },
  async handle(stores, { params, body, now }) {
    const pupils = await stores.pupils.ofClass(params.class);
    const asked = new Set(body.pupils ?? pupils.map(({ _id }) => _id));
    const holders = body.which === 'all' ? new Set<string>() : await stores.codes.holders([...asked], now);
    const pids = pupils.map(({ _id }) => _id).filter((pid) => asked.has(pid) && !holders.has(pid));
    const expiresAt = new Date(now.getTime() + codeMs);
    const made = pids.map((pid) => ({ pid, pupilCode: makeCode(randomInt), guardianCode: makeCode(randomInt) }));
    await stores.codes.reissueMany(
      made.flatMap(({ pid, pupilCode, guardianCode }) => {
        const entry = { pid, generation: randomUUID(), issuedAt: now, expiresAt };
        return [
          { entry: { ...entry, kind: 'pupil' as const }, code: pupilCode },
          { entry: { ...entry, kind: 'guardian' as const }, code: guardianCode },
        ];
      }),
    );
    const identities = await stores.identities.ofMany(pids);
    const codes = made.map(({ pid, pupilCode, guardianCode }) => ({
      pid,
      name: nameOf(identities.get(pid)),
      pupilCode: printCode(pupilCode),
      guardianCode: printCode(guardianCode),
    }));
    return {
      expiresAt: expiresAt.toISOString(),
      codes: codes.sort((a, b) => a.name.localeCompare(b.name, 'kk')),
      untouched: pupils.filter(({ _id }) => asked.has(_id)).length - pids.length,
    };
  },
});

export const printCodes = endpoint({
  method: 'post',
  path: '/api/classes/:class/cards',
  summary: 'Print codes just shown: cards for pupils or guardians, eight on a page, or a list',
  permission: 'pupil.write',
  scope: ofClass,
  params: shape<ClassParams>(classParams),
  body: shape<CardRequest>(cardRequest),
  bodyLimit: 200_000,
  reply: { file: 'application/pdf' },
  audit: { action: 'codes.print', target: 'class' },
  async handle(stores, { params, body }) {
    const { schoolClass, school } = await classAndSchool(stores, params.class);
    const expiresAt = await checkCodes(stores, params.class, body.codes);
    const identities = await stores.identities.ofMany(body.codes.map(({ pid }) => pid));
    const rows = body.codes.map((one) => ({ ...one, name: nameOf(identities.get(one.pid)) }));
    const { language, address } = body;
    const sheet = {
      language,
      school: school.names[language],
      schoolClass: schoolClass.name,
      until: dayInWords(expiresAt, language),
    };
    if (body.kind === 'list')
      return new FileReply('codes.pdf', await stores.press.print({ kind: 'codes', of: { ...sheet, rows } }));
    const holder = body.kind === 'guardian-cards' ? 'guardian' : 'pupil';
    const cards = rows.map(({ name, pupilCode, guardianCode }) => ({
      name,
      code: holder === 'pupil' ? pupilCode : guardianCode,
    }));
    return new FileReply(
      'cards.pdf',
      await stores.press.print({ kind: 'cards', of: { ...sheet, holder, address, cards } }),
    );
  },
});

/** Each code must work and be its pupil's, and the pupil of this class; gives when the first of them ends. */
async function checkCodes(stores: Container, schoolClass: string, codes: CardRequest['codes']): Promise<Date> {
  const own = new Set((await stores.pupils.ofClass(schoolClass)).map(({ _id }) => _id));
  const wanted = codes.flatMap(({ pid, pupilCode, guardianCode }) => [
    { pid, kind: 'pupil' as const, code: foldCode(pupilCode) ?? '' },
    { pid, kind: 'guardian' as const, code: foldCode(guardianCode) ?? '' },
  ]);
  const ends = await stores.codes.endsOf(wanted);
  if (ends.length < wanted.length || codes.some(({ pid }) => !own.has(pid))) throw new Problem('codes-not-live');
  return new Date(Math.min(...ends.map((end) => end.getTime())));
}

const nameOf = (identity: Identity | undefined): string =>
  identity === undefined ? '—' : `${identity.familyName} ${identity.givenName}`;
