import { useState } from 'preact/hooks';
import type { AddedSchool, NewSchool, RegionPlaces } from '../../../server/contract/place.schema.ts';
import { m } from '../../i18n/generated/messages.js';
import type { Language } from '../../i18n/language.ts';
import { useLanguage } from '../../ui/use-language.ts';
import { useStaff } from '../session/staff-context.ts';
import { Dialog } from '../ui/dialog.tsx';
import { Choice } from '../ui/field.tsx';
import { LanguageChecks } from '../ui/language-checks.tsx';
import { useSend } from '../ui/use-send.ts';
import { DialogForm, isThere } from './dialog-form.tsx';
import { filled, NamesFields, noNames } from './names-fields.tsx';

const another = '';

/** A school that takes part from now on; its district with it, where that is not there yet. */
export function SchoolDialog({
  places: { region, districts },
  onAdded,
  onClose,
}: {
  places: RegionPlaces;
  onAdded: (school: string) => void;
  onClose: () => void;
}) {
  const language = useLanguage();
  const { api } = useStaff();
  const sending = useSend();
  const [names, setNames] = useState(noNames);
  const [district, setDistrict] = useState(districts[0]?.id ?? another);
  const [districtNames, setDistrictNames] = useState(noNames);
  const [locality, setLocality] = useState<NewSchool['locality']>('rural');
  const [taught, setTaught] = useState<readonly Language[]>(['kk']);
  const [wasTried, setTried] = useState(false);
  const isUnnamed = filled(names).kk.length < 2;
  const isNowhere = district === another && filled(districtNames).kk.length < 2;
  const submit = async () => {
    setTried(true);
    if (isUnnamed || isNowhere || taught.length === 0) return;
    const where = district === another ? filled(districtNames) : district;
    const body: NewSchool = { names: filled(names), district: where, locality, languages: [...taught] };
    await sending.run(async () => {
      const path = `/api/regions/${encodeURIComponent(region)}/schools`;
      onAdded((await api.send<AddedSchool>('POST', path, body)).id);
    });
  };
  const said = (isWrong: boolean, words: string) => (wasTried && isWrong ? words : undefined);
  return (
    <Dialog title={m.place_add()} onClose={onClose}>
      <DialogForm sending={sending} send={m.place_add()} onSend={submit} onClose={onClose}>
        <NamesFields
          label={m.place_name()}
          names={names}
          error={isThere(sending) ? m.place_there() : said(isUnnamed, m.place_name_wrong())}
          onNames={setNames}
        />
        <Choice
          label={m.place_district()}
          value={district}
          options={[...districts.map(({ id, name }) => [id, name[language]] as const), [another, m.place_another()]]}
          onValue={setDistrict}
        />
        {district === another ? (
          <NamesFields
            label={m.place_district()}
            names={districtNames}
            error={said(isNowhere, m.place_name_wrong())}
            onNames={setDistrictNames}
          />
        ) : null}
        <Choice
          label={m.place_locality()}
          value={locality}
          options={[
            ['rural', m.place_rural()],
            ['urban', m.place_urban()],
          ]}
          onValue={setLocality}
        />
        <LanguageChecks
          label={m.place_languages()}
          chosen={taught}
          error={said(taught.length === 0, m.campaign_languages_wrong())}
          onChange={setTaught}
        />
      </DialogForm>
    </Dialog>
  );
}
