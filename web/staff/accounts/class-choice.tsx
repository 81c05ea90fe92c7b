import type { ClassNames } from '../../../server/contract/staff.schema.ts';
import { m } from '../../i18n/generated/messages.js';
import { Choice } from '../ui/field.tsx';
import { useGet } from '../ui/use-get.ts';

/** The whole school, or some classes of it; null: the whole. */
export function ClassChoice({
  school,
  classes,
  onClasses,
}: {
  school: string;
  classes: readonly string[] | null;
  onClasses: (classes: string[] | null) => void;
}) {
  const got = useGet<ClassNames>(school === '' ? null : `/api/staff-schools/${encodeURIComponent(school)}/classes`);
  const known = got.value?.classes ?? [];
  const toggle = (id: string) => {
    const chosen = classes ?? [];
    onClasses(chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id]);
  };
  return (
    <>
      <Choice
        label={m.staff_classes()}
        value={classes === null ? 'all' : 'some'}
        options={[
          ['all', m.staff_classes_all()],
          ['some', m.staff_classes_some()],
        ]}
        onValue={(value) => onClasses(value === 'all' ? null : [])}
      />
      {classes === null ? null : (
        <fieldset class="field">
          <legend class="unseen">{m.staff_classes_some()}</legend>
          <div>
            {known.map(({ id, name }) => (
              <label key={id} class="check">
                <input type="checkbox" checked={classes.includes(id)} onChange={() => toggle(id)} />
                {name}
              </label>
            ))}
          </div>
        </fieldset>
      )}
    </>
  );
}
