import type { Role } from '../../../server/contract/session.schema.ts';
import { m } from '../../i18n/generated/messages.js';
import { Button } from '../../ui/button.tsx';
import { useLanguage } from '../../ui/use-language.ts';
import { roleWords } from '../session/role-words.ts';
import { useStaff } from '../session/staff-context.ts';
import { Trouble } from '../ui/trouble.tsx';
import { useSend } from '../ui/use-send.ts';

/** Who is signed in, as whom and where; and the two ways out. */
export function Account() {
  const { me, api, session } = useStaff();
  const language = useLanguage();
  const leaving = useSend();
  const leave = (where: 'here' | 'everywhere') => void leaving.run(() => session.signOut(api, where));
  return (
    <div class="account">
      <p>
        <strong>{me.name}</strong>
        <br />
        <span class="small">
          {hasOwnPlace(me.role) ? null : (
            <>
              {roleWords(me.role)}
              <br />
            </>
          )}
          {me.place[language]}
        </span>
      </p>
      <p>
        <a href="/staff/security">{m.factor_account()}</a>
      </p>
      {leaving.failure === null ? null : <Trouble failure={leaving.failure} safe={m.sign_out_failed()} />}
      <Button look="quiet" busy={leaving.isBusy} onPress={() => leave('here')}>
        {m.sign_out()}
      </Button>
      <Button look="plain" busy={leaving.isBusy} onPress={() => leave('everywhere')}>
        {m.sign_out_everywhere()}
      </Button>
    </div>
  );
}

/** A department's or a university's place says what they are; a school's does not. */
const hasOwnPlace = (role: Role): boolean => role !== 'counsellor' && role !== 'principal';
