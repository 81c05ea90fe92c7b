import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { PupilResult } from '../../../server/contract/result.schema.ts';
import type { PupilSession } from '../../../server/contract/session.schema.ts';
import { m } from '../../i18n/generated/messages.js';
import type { Language } from '../../i18n/language.ts';
import type { PupilApi } from '../../offline/pupil-api.ts';
import { Horn } from '../../ui/horn.tsx';
import { PageTitle } from '../../ui/page-title.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { useLoad } from '../../ui/use-load.ts';
import { OwnCaseSheet } from '../case/own-case-sheet.tsx';
import { Frame } from '../frame.tsx';
import { LoadedPart } from '../loaded-part.tsx';
import { PdfButton } from '../pdf-button.tsx';
import { OfferNotice } from '../places/offer-notice.tsx';
import { PlacesSheet } from '../places/places-sheet.tsx';
import { useOwnPlaces } from '../places/use-own-places.ts';
import { FieldList } from './field-list.tsx';
import { ProfilePicture } from './profile-picture.tsx';
import './result.css';
import { Strengths } from './strengths.tsx';
import { TalkSheet } from './talk-sheet.tsx';
import { TeachingPart } from './teaching-part.tsx';
import { WhoMaySee } from './who-may-see.tsx';

type Props = {
  api: PupilApi;
  session: PupilSession;
  language: Language;
  foot: ComponentChildren;
  /** The session has ended: the code has to be entered again. */
  onEnded: () => void;
};

/** What the answers say: words first, then one picture, then what to do with it and who else can see it. */
export function ResultPage({ api, session, language, foot, onEnded }: Props) {
  const result = useLoad(language, () => api.result(session.sitting.id, language));
  const isEnded = result.state === 'failed' && result.failure.status === 401;
  useEffect(() => {
    if (isEnded) onEnded();
  }, [isEnded]);
  return (
    <Frame demo={session.campaign.demo} foot={foot} wide>
      <LoadedPart load={result}>{(value) => <ResultBody api={api} result={value} />}</LoadedPart>
    </Frame>
  );
}

function ResultBody({ api, result }: { api: PupilApi; result: PupilResult }) {
  /** How often the wish or a consent has changed here: what is asked for a place is read anew then. */
  const [changes, setChanges] = useState(0);
  const places = useOwnPlaces(api, changes);
  return (
    <div class="result">
      <div class="stack opening">
        <Horn curls={5} />
        <PageTitle>{result.headline}</PageTitle>
        <p>{result.summary}</p>
        {result.asked === undefined ? null : <p class="small">{result.asked}</p>}
        <OfferNotice party="pupil" referrals={places.own?.referrals ?? []} />
      </div>
      <div class="stack telling">
        <Strengths scales={result.scales} />
        <ProfilePicture scales={result.scales} />
        <FieldList fields={result.fields} />
        <TeachingPart api={api} result={result} onChanged={() => setChanges((times) => times + 1)} />
      </div>
      <div class="stack beside">
        <TalkSheet api={api} asked={result.talkAskedAt !== null} />
        <Sheet title={m.next_title()}>
          <ol class="points">
            <li>{m.next_talk()}</li>
            <li>{m.next_family()}</li>
            <li>{m.next_try()}</li>
            <li>{m.next_result()}</li>
          </ol>
          <p class="small">{m.next_nobody()}</p>
          <PdfButton
            api={api}
            path={`/api/sittings/${result.sitting}/report?language=${result.language}`}
            name="ustaz.pdf"
            language={result.language}
          >
            {m.result_pdf()}
          </PdfButton>
        </Sheet>
        <OwnCaseSheet api={api} party="pupil" />
        <PlacesSheet api={api} desk={places} />
        <WhoMaySee api={api} />
      </div>
    </div>
  );
}
