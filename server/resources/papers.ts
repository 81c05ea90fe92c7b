import { randomInt, randomUUID } from 'node:crypto';
import type { Container } from '../container.ts';
import {
  type PaperAnswers,
  type PaperDesk,
  type PaperFormRequest,
  type PaperReceipt,
  paperAnswers,
  paperDesk,
  paperFormRequest,
  paperReceipt,
} from '../contract/paper.schema.ts';
import { type PupilParams, pupilParams } from '../contract/school.schema.ts';
import { shape } from '../contract/shape.ts';
import { makeCode, printCode } from '../domain/access-code.ts';
import { checkBatch } from '../domain/batch.ts';
import { isOpen } from '../domain/consent.ts';
import { paperPages, paperSeed } from '../domain/paper.ts';
import { Problem } from '../domain/problem.ts';
import { endpoint, FileReply } from '../http/endpoint.ts';
import { asStaff } from './actors.ts';
import { classAndSchool } from './classes.ts';
import { makeResult } from './make-result.ts';
import { codeMs } from './pupils.ts';

const ofPupil = { of: 'pupil', param: 'pupil' } as const;

export const printPaper = endpoint({
  method: 'post',
  path: '/api/pupils/:pupil/paper-form',
  summary: 'The battery as a form to fill in by hand, with a QR of a new code where one is wanted',
  permission: 'pupil.write',
  scope: ofPupil,
  params: shape<PupilParams>(pupilParams),
  body: shape<PaperFormRequest>(paperFormRequest),
  reply: { file: 'application/pdf' },
  audit: { action: 'paper.print', target: 'pupil' },
  async handle(stores, { params, body, now }) {
    const { desk, shelved } = await deskOf(stores, params.pupil, now);
    const code = body.withCode ? await newCode(stores, params.pupil, now) : null;
    const { language, address } = body;
    const form = shelved.instrument;
    const sheet = { ...desk, language, address, code, form, text: shelved.text(language) };
    return new FileReply('form.pdf', await stores.press.print({ kind: 'form', of: sheet }));
  },
});

export const readPaperDesk = endpoint({
  method: 'get',
  path: '/api/pupils/:pupil/paper',
  summary: 'What a filled-in form would be keyed in to, and whether it may be',
  permission: 'pupil.write',
  scope: ofPupil,
  params: shape<PupilParams>(pupilParams),
  reply: shape<PaperDesk>(paperDesk),
  audit: { action: 'paper.read', target: 'pupil' },
  handle: async (stores, { params, now }) => (await deskOf(stores, params.pupil, now)).desk,
});

export const enterPaper = endpoint({
  method: 'post',
  path: '/api/pupils/:pupil/paper',
  summary: 'A form keyed in twice: a sitting on paper, handed in',
  permission: 'pupil.write',
  scope: ofPupil,
  params: shape<PupilParams>(pupilParams),
  body: shape<PaperAnswers>(paperAnswers),
  reply: shape<PaperReceipt>(paperReceipt),
  audit: { action: 'paper.enter', target: 'pupil' },
  async handle(stores, { params, body, actor, now }) {
    const { desk, shelved, pupil, campaign } = await deskOf(stores, params.pupil, now);
    if (desk.state === 'consent-missing') throw new Problem('consent-missing');
    if (desk.state !== 'ready') throw new Problem('sitting-elsewhere');
    const { language } = body;
    // On paper nobody took the time: only the order in which the form asks is kept.
    const answers = body.answers.map((one, index) => ({ ...one, seq: index + 1, atMs: 0, language }));
    checkBatch(answers, shelved.answerDomain);
    const _id = randomUUID();
    const { school, district, region } = pupil;
    const opened = await stores.sittings.open({
      ...{ _id, pid: pupil._id, campaign: campaign._id, school, district, region, language },
      ...{ instrument: desk.instrument, instrumentVersion: desk.instrumentVersion, seed: paperSeed },
      ...{ state: 'submitted', openedAt: now, submittedAt: now, submission: randomUUID(), lastSeq: answers.length },
      answers: Object.fromEntries(answers.map(({ item, ...answer }) => [item, { ...answer, at: now }])),
      batches: {},
      origin: 'paper',
      keyedBy: asStaff(actor).id,
      keyingDifferences: body.differences,
    });
    if (opened === null) throw new Problem('sitting-elsewhere');
    await makeResult(stores, opened, now);
    stores.live.changed(pupil._id);
    return { sitting: _id, answered: answers.length };
  },
});

async function deskOf(stores: Container, pid: string, now: Date) {
  const pupil = await stores.pupils.byId(pid);
  if (pupil === null) throw new Problem('not-found');
  const campaign = await stores.catalogue.openCampaign(pupil.region, pupil.school, now);
  if (campaign === null) throw new Problem('campaign-not-open');
  const { instrument, instrumentVersion } = campaign;
  const [{ schoolClass }, identity, sitting, consents] = await Promise.all([
    classAndSchool(stores, pupil.class),
    stores.identities.of(pid),
    stores.repeats
      .latest(pid, campaign._id)
      .then((repeat) => stores.sittings.ofPupil(pid, campaign._id, repeat?.round ?? null)),
    stores.consents.of(pid),
  ]);
  const state =
    sitting === null
      ? isOpen(consents, 'assessment', now)
        ? 'ready'
        : 'consent-missing'
      : sitting.state === 'submitted'
        ? 'submitted'
        : 'begun';
  const shelved = stores.instruments.version(instrument, instrumentVersion);
  const desk: PaperDesk = {
    name: identity === null ? '—' : `${identity.familyName} ${identity.givenName}`,
    class: schoolClass.name,
    language: pupil.language,
    instrument,
    instrumentVersion,
    items: paperPages(shelved.instrument).flatMap((page) => page.items),
    state,
  };
  return { desk, pupil, campaign, shelved };
}

async function newCode(stores: Container, pid: string, now: Date): Promise<string> {
  const code = makeCode(randomInt);
  const expiresAt = new Date(now.getTime() + codeMs);
  await stores.codes.issue({ pid, kind: 'pupil', generation: randomUUID(), issuedAt: now, expiresAt }, code);
  return printCode(code);
}
