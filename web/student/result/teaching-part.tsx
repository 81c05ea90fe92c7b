import { useState } from 'preact/hooks';
import type { PupilResult } from '../../../server/contract/result.schema.ts';
import { m } from '../../i18n/generated/messages.js';
import { type ApiFailure, asFailure } from '../../offline/failure.ts';
import type { PupilApi } from '../../offline/pupil-api.ts';
import { FailureNotice } from '../../ui/failure-notice.tsx';
import { Notice } from '../../ui/notice.tsx';
import { FieldCard } from './field-list.tsx';
import { NamingPart } from './naming-part.tsx';

/** Teaching: what the test says about it, subjects that fit, and the pupil's own wish, which is enough by itself. */
export function TeachingPart({
  api,
  result,
  onChanged,
}: {
  api: PupilApi;
  result: PupilResult;
  /** The wish or a consent to be named is another now. */
  onChanged: () => void;
}) {
  const { fields, invitation, language } = result;
  const [wish, setWish] = useState(result.wish ?? null);
  const [hasChanged, setChanged] = useState(false);
  const [failure, setFailure] = useState<ApiFailure | null>(null);
  const change = async (next: boolean) => {
    setFailure(null);
    setWish(next);
    const said = api.wish(next ? true : null).then(
      () => {
        setChanged(true);
        onChanged();
      },
      (thrown: unknown) => {
        setWish(!next);
        setFailure(asFailure(thrown));
      },
    );
    await said;
  };
  const isOn = wish === true;
  const teaching = fields?.teaching ?? [];
  return (
    <section class="stack" aria-labelledby="teaching">
      <h2 id="teaching">{m.teaching_title()}</h2>
      {invitation ? <p>{invitation.text}</p> : null}
      <label class={isOn ? 'option on' : 'option'}>
        <input type="checkbox" checked={isOn} onChange={({ currentTarget }) => void change(currentTarget.checked)} />
        <span>{m.wish_label()}</span>
      </label>
      <p class="small">{m.wish_note()}</p>
      {failure === null ? null : <FailureNotice failure={failure} />}
      {hasChanged ? <Notice tone={isOn ? 'good' : 'plain'}>{isOn ? m.wish_on() : m.wish_off()}</Notice> : null}
      {teaching.length === 0 ? null : (
        <details>
          <summary>{m.teaching_subjects()}</summary>
          <ul class="fields">
            {teaching.map((field) => (
              <FieldCard key={field.id} field={field} />
            ))}
          </ul>
          <p>{fields?.routes.teaching}</p>
        </details>
      )}
      {isOn ? <NamingPart api={api} language={language} onChanged={onChanged} /> : null}
    </section>
  );
}
