import { loadCareers } from '../../../instruments/load.ts';
import type { KeyEffect } from '../../contract/key-effect.schema.ts';
import { type KeyEffectSource, type KeyPair, keyEffect } from '../../domain/panel/key-effect.ts';
import { formWithKey, type PublishedKey } from '../../domain/panel/keyed-form.ts';
import { deriveResult, type StoredResult, scoresOf } from '../../domain/result.ts';
import { type ShelvedInstrument, shelve } from '../../shelve.ts';

/** Between two tellings so many pupils are scored by every key. */
const toldEvery = 50;

/** Scores every pupil by the key in force, by the panel's, and by the panel's without each of its experts. */
export function keyEffectPart(source: KeyEffectSource, tell: (done: number, total: number) => void): KeyEffect {
  const { form, scale, demo, rows, norms } = source;
  const by = (key: PublishedKey): ShelvedInstrument[] => {
    const keyed = formWithKey(form, key);
    return keyed === null ? [] : [shelve(keyed, loadCareers)];
  };
  const inForce = source.inForce.flatMap(by)[0] ?? shelve(form, loadCareers);
  const [whole = inForce] = by(source.whole);
  const others = source.others.flatMap(by);
  const pairs: KeyPair[] = [];
  const leftOut: (number | null)[][] = others.map(() => []);
  for (const [at, { sitting, standing }] of rows.entries()) {
    const { language } = sitting;
    const derive = (shelved: ShelvedInstrument): StoredResult =>
      deriveResult(
        sitting,
        standing,
        shelved.analysisFor({ language, demo, own: norms[language] ?? null }),
        sitting.submittedAt,
      );
    const [before, after] = [derive(inForce), derive(whole)];
    pairs.push({
      before: meanOf(before, scale),
      after: meanOf(after, scale),
      wasInvited: before.propensity?.state === 'invited-to-talk',
      isInvited: after.propensity?.state === 'invited-to-talk',
    });
    for (const [other, shelved] of others.entries()) {
      const scores = scoresOf(shelved.planFor({ language, demo: false }), sitting.answers);
      leftOut[other]?.push(meanOf(scores, scale));
    }
    if ((at + 1) % toldEvery === 0) tell(at + 1, rows.length);
  }
  return keyEffect(pairs, leftOut);
}

function meanOf({ scales }: { scales: readonly StoredResult['scales'][number][] }, scale: string): number | null {
  const found = scales.find((one) => one.scale === scale);
  return found?.kind === 'scored' ? found.mean : null;
}
