import { m } from '../../i18n/generated/messages.js';
import type { Code } from './use-class-codes.ts';

/** The codes of a class on one list, in the order of the alphabet. */
export function CodeTable({ codes }: { codes: readonly Code[] }) {
  return (
    <table class="cards-when-narrow">
      <thead>
        <tr>
          <th scope="col">{m.pupil_name()}</th>
          <th scope="col">{m.codes_of_pupil()}</th>
          <th scope="col">{m.codes_of_guardian()}</th>
        </tr>
      </thead>
      <tbody>
        {codes.map(({ pid, name, pupilCode, guardianCode }) => (
          <tr key={pid}>
            <th scope="row">{name}</th>
            <td data-label={m.codes_of_pupil()}>
              <span class="card-code">{pupilCode}</span>
            </td>
            <td data-label={m.codes_of_guardian()}>
              <span class="card-code">{guardianCode}</span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
