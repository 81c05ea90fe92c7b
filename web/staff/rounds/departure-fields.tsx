import type { Decision, DepartureKind } from '../../../server/contract/round.schema.ts';
import { m } from '../../i18n/generated/messages.js';
import { Button } from '../../ui/button.tsx';
import { Choice } from '../ui/field.tsx';
import { TextArea } from '../ui/text-area.tsx';
import { departureWords } from './round-words.ts';

export type Departure = Decision['departures'][number];
type Options = readonly (readonly [id: string, words: string])[];

/** One departure from the proposal: whose, to which place, the kind that is published, and the words that are not. */
export function DepartureFields({
  number,
  one,
  codes,
  places,
  isCodeMissing,
  onChange,
  onDrop,
}: {
  number: number;
  one: Departure;
  codes: Options;
  places: Options;
  isCodeMissing: boolean;
  onChange: (to: Partial<Departure>) => void;
  onDrop: () => void;
}) {
  const kinds = Object.entries(departureWords) as [DepartureKind, () => string][];
  return (
    <fieldset class="field">
      <legend class="label">{m.rd_departure({ n: number })}</legend>
      <div class="fields three">
        <Choice
          label={m.rd_code()}
          value={one.code}
          options={codes}
          error={isCodeMissing ? m.rd_departure_code_wrong() : undefined}
          onValue={(code) => onChange({ code })}
        />
        <Choice
          label={m.rd_departure_to()}
          value={one.place ?? ''}
          options={places}
          onValue={(place) => onChange({ place: place === '' ? null : place })}
        />
        <Choice
          label={m.rd_departure_kind()}
          value={one.kind}
          options={kinds.map(([kind, words]) => [kind, words()] as const)}
          onValue={(kind) => onChange({ kind })}
        />
      </div>
      <TextArea
        label={m.rd_departure_reason()}
        hint={m.rd_departure_reason_hint()}
        rows={2}
        value={one.reason}
        onValue={(reason) => onChange({ reason })}
      />
      <div class="row">
        <Button look="plain" onPress={onDrop}>
          {m.rd_departure_drop()}
        </Button>
      </div>
    </fieldset>
  );
}
