import { useState } from 'preact/hooks';
import type { Place } from '../../../server/contract/round.schema.ts';
import { m } from '../../i18n/generated/messages.js';
import { Button } from '../../ui/button.tsx';
import { useLanguage } from '../../ui/use-language.ts';

type Props = {
  places: readonly Place[];
  wishes: readonly string[];
  most: number;
  onSave: (wishes: readonly string[]) => Promise<void>;
};

const fundingWords = { grant: m.pl_grant, paid: m.pl_paid, sponsor: m.pl_sponsor } as const;
const afterWords = { 'grade-9': m.pl_after_9, 'grade-11': m.pl_after_11 } as const;

/** A ranked list made with buttons: add, move up, move down, take away. Works by keyboard and by touch alike. */
export function WishForm({ places, wishes, most, onSave }: Props) {
  const language = useLanguage();
  const [list, setList] = useState<readonly string[]>(wishes);
  const [isBusy, setBusy] = useState(false);
  const isChanged = list.join() !== wishes.join();
  const wordsOf = (id: string): string => {
    const place = places.find((one) => one.id === id);
    return place === undefined ? id : `${place.subjectName[language]} · ${place.organisationName[language]}`;
  };
  const move = (index: number, by: -1 | 1) => {
    const next = [...list];
    const [one] = next.splice(index, 1);
    if (one !== undefined) next.splice(index + by, 0, one);
    setList(next);
  };
  const save = async () => {
    setBusy(true);
    await onSave(list);
    setBusy(false);
  };
  return (
    <div class="stack">
      {list.length === 0 ? null : (
        <ol class="wishes">
          {list.map((id, index) => (
            <li key={id}>
              <span>{wordsOf(id)}</span>
              <span class="row">
                {index === 0 ? null : (
                  <button
                    type="button"
                    class="button quiet"
                    aria-label={m.pl_up({ place: wordsOf(id) })}
                    onClick={() => move(index, -1)}
                  >
                    ↑
                  </button>
                )}
                {index === list.length - 1 ? null : (
                  <button
                    type="button"
                    class="button quiet"
                    aria-label={m.pl_down({ place: wordsOf(id) })}
                    onClick={() => move(index, 1)}
                  >
                    ↓
                  </button>
                )}
                <button
                  type="button"
                  class="button quiet"
                  aria-label={m.pl_drop({ place: wordsOf(id) })}
                  onClick={() => setList(list.filter((other) => other !== id))}
                >
                  ×
                </button>
              </span>
            </li>
          ))}
        </ol>
      )}
      <ul class="offers">
        {places
          .filter(({ id }) => !list.includes(id))
          .map((place) => (
            <li key={place.id}>
              <span>
                {wordsOf(place.id)}
                <span class="small">
                  {' '}
                  {fundingWords[place.funding]()} · {afterWords[place.after]()} · {m.pl_seats({ n: place.quota })}
                </span>
              </span>
              {list.length < most ? (
                <button
                  type="button"
                  class="button quiet"
                  aria-label={m.pl_add_named({ place: wordsOf(place.id) })}
                  onClick={() => setList([...list, place.id])}
                >
                  {m.pl_add()}
                </button>
              ) : null}
            </li>
          ))}
      </ul>
      <p class="small">{m.pl_honest()}</p>
      <Button busy={isBusy || !isChanged} onPress={() => void save()}>
        {isChanged || wishes.length === 0 ? m.pl_save() : m.pl_saved()}
      </Button>
    </div>
  );
}
