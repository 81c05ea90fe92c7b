import type { Helpline } from '../../../server/contract/helpline.schema.ts';
import { m } from '../../i18n/generated/messages.js';
import { useLanguage } from '../../ui/use-language.ts';
import { Details } from '../ui/details.tsx';
import { Loaded } from '../ui/loaded.tsx';
import { useGet } from '../ui/use-get.ts';

/** What to do when a pupil tells of a danger, and whom to call in this region. */
export function Safeguarding({ region }: { region: string }) {
  const language = useLanguage();
  const got = useGet<Helpline>(`/api/regions/${region}/helpline`);
  return (
    <Details summary={m.case_safe_title()}>
      <ul class="plain-list narrow-text">
        <li>{m.case_safe_listen()}</li>
        <li>{m.case_safe_write()}</li>
      </ul>
      <Loaded got={got} lines={1}>
        {({ texts }) => (
          <p class="narrow-text">
            <strong>{m.case_safe_call()}:</strong> {texts[language]}
          </p>
        )}
      </Loaded>
    </Details>
  );
}
