import type { ConsentSummary } from '../../../server/contract/consent.schema.ts';
import { m } from '../../i18n/generated/messages.js';
import { ConsentMark } from './consent-mark.tsx';
import { purposeWords } from './consent-words.ts';

/** Each purpose by itself: the guardian's and the pupil's word. */
export function ConsentStates({ purposes }: { purposes: ConsentSummary['purposes'] }) {
  return (
    <table class="cards-when-narrow">
      <thead>
        <tr>
          <th scope="col">{m.paper_purpose()}</th>
          <th scope="col">{m.party_guardian()}</th>
          <th scope="col">{m.party_pupil()}</th>
        </tr>
      </thead>
      <tbody>
        {purposes.map(({ purpose, guardian, pupil }) => (
          <tr key={purpose}>
            <th scope="row">{purposeWords[purpose]()}</th>
            <td data-label={m.party_guardian()}>
              <ConsentMark state={guardian} isAsked={purpose === 'assessment'} />
            </td>
            <td data-label={m.party_pupil()}>
              <ConsentMark state={pupil} isAsked={purpose === 'assessment'} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
