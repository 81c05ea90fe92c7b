import type { IssuedCodes, PupilList, PupilRow } from '../../../server/contract/school.schema.ts';
import { formatDay } from '../../i18n/format.ts';
import { m } from '../../i18n/generated/messages.js';
import { Brand } from '../../ui/brand.tsx';

/** Two halves to cut apart, in the pupil's own language: the pupil's code, and the guardian's, which goes home. */
export function AccessCard({ pupil, codes, of }: { pupil: PupilRow; codes: IssuedCodes; of: PupilList['class'] }) {
  const { language, name } = pupil;
  const inLanguage = { locale: language };
  const about = `${of.name}, ${of.school[language]}`;
  const until = m.card_until({ day: formatDay(codes.expiresAt, language) }, inLanguage);
  return (
    <article class="access-card" lang={language}>
      <Half
        title={m.card_pupil({}, inLanguage)}
        how={m.card_pupil_how({}, inLanguage)}
        address={location.origin}
        code={codes.pupilCode}
        name={name}
        about={about}
        until={until}
      />
      <Half
        title={m.card_guardian({}, inLanguage)}
        how={m.card_guardian_how({}, inLanguage)}
        address={`${location.origin}/guardian`}
        code={codes.guardianCode}
        name={name}
        about={about}
        until={until}
      />
    </article>
  );
}

type HalfProps = {
  title: string;
  how: string;
  address: string;
  code: string;
  name: string;
  about: string;
  until: string;
};

function Half({ title, how, address, code, name, about, until }: HalfProps) {
  return (
    <div class="card-half">
      <div class="card-top">
        <Brand />
        <span class="small">{title}</span>
      </div>
      <p class="card-name">{name}</p>
      <p class="small">{about}</p>
      <p class="card-code">{code}</p>
      <p class="small">
        {how} <b>{address.replace(/^https?:\/\//, '')}</b>
      </p>
      <p class="small">{until}</p>
    </div>
  );
}
