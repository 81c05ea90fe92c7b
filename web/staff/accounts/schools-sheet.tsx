import type { RegionPlaces } from '../../../server/contract/place.schema.ts';
import { m } from '../../i18n/generated/messages.js';
import { Button } from '../../ui/button.tsx';
import { useLanguage } from '../../ui/use-language.ts';
import { compareNames } from '../classes/compare-names.ts';
import { Empty } from '../ui/empty.tsx';
import { languageWords } from '../ui/language-words.ts';

type Props = { places: RegionPlaces; onAdd: () => void; onInvite: (school: string) => void };

/** The schools of the region: those without a counsellor first, with the way to invite one. */
export function SchoolsSheet({ places, onAdd, onInvite }: Props) {
  const language = useLanguage();
  const inOrder = [...places.schools].sort(
    (a, b) =>
      Number(a.counsellors.length > 0) - Number(b.counsellors.length > 0) ||
      compareNames(a.name[language], b.name[language]),
  );
  return (
    <section class="sheet stack">
      <div class="row spread">
        <h2>{m.place_schools()}</h2>
        <Button look="quiet" onPress={onAdd}>
          {m.place_add()}
        </Button>
      </div>
      {inOrder.length === 0 ? (
        <Empty title={m.place_none()}>{m.place_none_next()}</Empty>
      ) : (
        <table class="cards-when-narrow">
          <thead>
            <tr>
              <th scope="col">{m.staff_school()}</th>
              <th scope="col">{m.place_district()}</th>
              <th scope="col">{m.place_languages()}</th>
              <th scope="col">{m.place_counsellor()}</th>
            </tr>
          </thead>
          <tbody>
            {inOrder.map((school) => (
              <Row key={school.id} places={places} school={school} onInvite={onInvite} />
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

function Row({
  places,
  school: { id, name, district, languages, counsellors },
  onInvite,
}: Pick<Props, 'places' | 'onInvite'> & { school: RegionPlaces['schools'][number] }) {
  const language = useLanguage();
  return (
    <tr>
      <th scope="row">{name[language]}</th>
      <td data-label={m.place_district()}>
        {places.districts.find((one) => one.id === district)?.name[language] ?? '—'}
      </td>
      <td data-label={m.place_languages()}>{languages.map((each) => languageWords[each]()).join(', ')}</td>
      <td data-label={m.place_counsellor()}>
        {counsellors.length > 0 ? (
          counsellors.join(', ')
        ) : (
          <button
            type="button"
            class="link"
            aria-label={m.place_invite_to({ school: name[language] })}
            onClick={() => onInvite(id)}
          >
            {m.place_nobody()}
          </button>
        )}
      </td>
    </tr>
  );
}
