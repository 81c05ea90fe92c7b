import { useState } from 'preact/hooks';
import { useRoute } from 'preact-iso/router';
import type { PupilList, PupilRow } from '../../../server/contract/school.schema.ts';
import { m } from '../../i18n/generated/messages.js';

import { useLanguage } from '../../ui/use-language.ts';
import { CardsPage } from '../cards/cards-page.tsx';
import { languageWords } from '../ui/language-words.ts';
import { Loaded } from '../ui/loaded.tsx';
import { Page } from '../ui/page.tsx';
import { useGet } from '../ui/use-get.ts';
import { ClassRoster } from './class-roster.tsx';

/** «Who has finished, who is missing what?»; or, once codes are issued, the cards to print. */
export function ClassPage() {
  const { params } = useRoute();
  const id = params.class ?? '';
  const list = useGet<PupilList>(`/api/classes/${encodeURIComponent(id)}/pupils`);
  const [cardsFor, setCardsFor] = useState<{ pupil: PupilRow | null } | null>(null);
  if (cardsFor !== null && list.value !== null) {
    return <CardsPage of={list.value.class} pupil={cardsFor.pupil} onDone={() => setCardsFor(null)} />;
  }
  return (
    <Page title={m.class_title()} crumbs={<Crumbs />} lead={<About list={list.value} />} actions={<Doors id={id} />}>
      <Loaded got={list} lines={10}>
        {(found) => <ClassRoster list={found} reload={list.reload} onCards={(pupil) => setCardsFor({ pupil })} />}
      </Loaded>
    </Page>
  );
}

/** Where else one goes with a class. */
const Doors = ({ id }: { id: string }) => (
  <>
    <a class="button quiet" href={`/staff/classes/${encodeURIComponent(id)}/live`}>
      {m.live_open()}
    </a>
    <a class="button quiet" href={`/staff/classes/${encodeURIComponent(id)}/overview`}>
      {m.overview_link()}
    </a>
  </>
);

const Crumbs = () => <a href="/staff/classes">{m.nav_classes()}</a>;

function About({ list }: { list: PupilList | null }) {
  const language = useLanguage();
  if (list === null) return <p class="waiting short" />;
  const { name, school } = list.class;
  return <p>{m.class_about({ name, school: school[language], language: languageWords[list.class.language]() })}</p>;
}
