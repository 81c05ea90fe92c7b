import { useState } from 'preact/hooks';
import type { StudyHead } from '../../../server/contract/bench.schema.ts';
import type { CampaignNorms } from '../../../server/contract/norm.schema.ts';
import { formatNumber } from '../../i18n/format.ts';
import { m } from '../../i18n/generated/messages.js';
import type { Language } from '../../i18n/language.ts';
import { Button } from '../../ui/button.tsx';
import { useLanguage } from '../../ui/use-language.ts';
import { FollowedStudy } from '../bench/study-standing.tsx';
import { isUnderWay } from '../bench/study-words.ts';
import { useStaff } from '../session/staff-context.ts';
import { languageWords } from '../ui/language-words.ts';
import { Loaded } from '../ui/loaded.tsx';
import { Page } from '../ui/page.tsx';
import { Trouble } from '../ui/trouble.tsx';
import { useGet } from '../ui/use-get.ts';
import { useSend } from '../ui/use-send.ts';
import { NormTable } from './norm-table.tsx';
import { NormView } from './norm-view.tsx';
import { RescorePart } from './rescore-part.tsx';

/** «What would a norm from this campaign be, what would it move, and who decides?» Build → compare → publish → rescore. */
export function CampaignNormsPage({ campaign }: { campaign: string }) {
  const language = useLanguage();
  const got = useGet<CampaignNorms>(`/api/campaigns/${campaign}/norms`);
  const [open, setOpen] = useState<string | null>(null);
  return (
    <Page
      title={got.value === null ? m.norms_title() : m.norms_of({ campaign: got.value.title[language] })}
      crumbs={<a href="/staff/norms">{m.nav_norms()}</a>}
      lead={<p>{m.norms_of_lead()}</p>}
    >
      <Loaded got={got} lines={8}>
        {(norms) => (
          <>
            <Languages norms={norms} onOrdered={got.reload} />
            <Builds
              norms={norms}
              onBuilt={(id) => {
                setOpen(id ?? open);
                got.reload();
              }}
            />
            <Versions norms={norms} open={open} onOpen={setOpen} />
            {open === null ? null : <NormView key={open} id={open} onDecided={got.reload} />}
            <RescorePart
              campaign={campaign}
              nameOf={(scale) => norms.scales.find(({ id }) => id === scale)?.names[language] ?? scale}
            />
          </>
        )}
      </Loaded>
    </Page>
  );
}

function Languages({ norms, onOrdered }: { norms: CampaignNorms; onOrdered: () => void }) {
  const { api } = useStaff();
  const sending = useSend();
  const build = (language: Language) =>
    void sending.run(async () => {
      await api.send<StudyHead>('POST', '/api/norms', { campaign: norms.campaign, language });
      onOrdered();
    });
  const isBuilding = (language: Language): boolean =>
    norms.builds.some((build) => build.settings.language === language && isUnderWay(build));
  return (
    <section class="sheet stack">
      <h2>{m.norms_enough_title({ n: formatNumber(norms.required) })}</h2>
      {sending.failure === null ? null : <Trouble failure={sending.failure} safe={m.staff_nothing_lost()} />}
      <table class="cards-when-narrow">
        <thead>
          <tr>
            <th scope="col">{m.norms_language()}</th>
            <th scope="col">{m.norms_submitted()}</th>
            <th scope="col">{m.norms_valid()}</th>
            <th scope="col">{m.norms_next()}</th>
          </tr>
        </thead>
        <tbody>
          {norms.languages.map(({ language, submitted, valid, enough }) => (
            <tr key={language}>
              <th scope="row">{languageWords[language]()}</th>
              <td data-label={m.norms_submitted()}>{formatNumber(submitted)}</td>
              <td data-label={m.norms_valid()}>{formatNumber(valid)}</td>
              <td data-label={m.norms_next()}>
                {enough ? (
                  <Button look="quiet" busy={sending.isBusy || isBuilding(language)} onPress={() => build(language)}>
                    {m.norms_build()}
                  </Button>
                ) : (
                  m.norms_too_few({ n: formatNumber(norms.required - valid) })
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** Norms being built, and the last one where it could not be. */
function Builds({ norms, onBuilt }: { norms: CampaignNorms; onBuilt: (id: string | null) => void }) {
  const shown = norms.builds.filter(
    (build, at) => isUnderWay(build) || (at === 0 && (build.state === 'failed' || build.state === 'interrupted')),
  );
  if (shown.length === 0) return null;
  return (
    <section class="sheet stack">
      <h2>{m.norms_building()}</h2>
      {shown.map((build) => (
        <FollowedStudy
          key={build.id}
          id={build.id}
          title={languageWords[build.settings.language ?? 'kk']()}
          onEnd={({ report }) =>
            isUnderWay(build) ? onBuilt(report?.kind === 'norm' ? report.norm : null) : undefined
          }
        />
      ))}
    </section>
  );
}

function Versions({
  norms,
  open,
  onOpen,
}: {
  norms: CampaignNorms;
  open: string | null;
  onOpen: (id: string) => void;
}) {
  if (norms.norms.length === 0) return null;
  return (
    <section class="sheet stack">
      <h2>{m.norms_built()}</h2>
      <NormTable
        norms={norms.norms}
        open={open}
        name={(norm) => (
          <button type="button" class="link" onClick={() => onOpen(norm.id)}>
            {languageWords[norm.language]()}, {norm.setVersion}
          </button>
        )}
      />
    </section>
  );
}
