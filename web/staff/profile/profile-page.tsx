import { useState } from 'preact/hooks';
import { useRoute } from 'preact-iso/router';
import type { Profile } from '../../../server/contract/school.schema.ts';
import { m } from '../../i18n/generated/messages.js';

import { Button } from '../../ui/button.tsx';
import { useLanguage } from '../../ui/use-language.ts';
import { ConsentDialog } from '../consent/consent-dialog.tsx';
import { DecisionSection } from '../decision/decision-section.tsx';
import { languageWords } from '../ui/language-words.ts';
import { Loaded } from '../ui/loaded.tsx';
import { Page } from '../ui/page.tsx';
import { useGet } from '../ui/use-get.ts';
import { ProfileBody } from './profile-body.tsx';
import { TalkNotice } from './talk-notice.tsx';
import { TooLateNotice } from './too-late-notice.tsx';

/** «What does this pupil tell about themselves?» */
export function ProfilePage() {
  const { params, query } = useRoute();
  const language = useLanguage();
  const pupil = params.pupil ?? '';
  const asked = query.sitting === undefined ? '' : `&sitting=${encodeURIComponent(query.sitting)}`;
  const got = useGet<Profile>(`/api/pupils/${encodeURIComponent(pupil)}/profile?language=${language}${asked}`);
  const [isConsentOpen, setConsentOpen] = useState(false);
  const profile = got.value;
  return (
    <Page
      title={m.profile_title()}
      crumbs={<a href="/staff/classes">{m.nav_classes()}</a>}
      lead={profile === null ? <p class="waiting short" /> : <About profile={profile} />}
      actions={
        profile === null ? undefined : (
          <>
            <a class="button quiet" href={`/staff/pupils/${encodeURIComponent(pupil)}/paper`}>
              {m.paperform_open()}
            </a>
            <Button look="quiet" onPress={() => setConsentOpen(true)}>
              {m.profile_consents()}
            </Button>
            {profile.result === null ? null : (
              <Button look="quiet" onPress={() => window.print()}>
                {m.profile_print()}
              </Button>
            )}
          </>
        )
      }
    >
      <Loaded got={got} lines={10}>
        {(found) => (
          <>
            <TalkNotice profile={found} onEnded={got.reload} />
            <TooLateNotice profile={found} />
            <ProfileBody profile={found} language={language} onChanged={got.reload} />
          </>
        )}
      </Loaded>
      <DecisionSection pupil={pupil} />
      {isConsentOpen && profile !== null ? (
        <ConsentDialog pupil={profile} onRecorded={got.reload} onClose={() => setConsentOpen(false)} />
      ) : null}
    </Page>
  );
}

function About({ profile }: { profile: Profile }) {
  const language = useLanguage();
  return (
    <p>
      <strong class="profile-name">{profile.name}</strong>
      <br />
      {m.class_about({
        name: profile.class,
        school: profile.school[language],
        language: languageWords[profile.language](),
      })}
    </p>
  );
}
