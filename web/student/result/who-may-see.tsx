import { useState } from 'preact/hooks';
import { formatInstant } from '../../i18n/format.ts';
import { m } from '../../i18n/generated/messages.js';
import type { PupilApi } from '../../offline/pupil-api.ts';
import { Button } from '../../ui/button.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { useLoad } from '../../ui/use-load.ts';
import { ErasureRequest } from '../erasure-request.tsx';
import { LoadedPart } from '../loaded-part.tsx';

/** Who can see the result, and who has: asked for only when the pupil wants to know. */
export function WhoMaySee({ api }: { api: PupilApi }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <Sheet title={m.who_title()}>
      <p>{m.who_may()}</p>
      {isOpen ? (
        <ReaderList api={api} />
      ) : (
        <Button look="plain" onPress={() => setOpen(true)}>
          {m.who_saw()}
        </Button>
      )}
      <ErasureRequest api={api.erasure('pupil')} party="pupil" />
    </Sheet>
  );
}

function ReaderList({ api }: { api: PupilApi }) {
  const seen = useLoad('readers', api.readers);
  return (
    <LoadedPart load={seen}>
      {({ readers }) =>
        readers.length === 0 ? (
          <p role="status">{m.who_nobody()}</p>
        ) : (
          <table>
            <caption>{m.who_saw()}</caption>
            <thead>
              <tr>
                <th scope="col">{m.who_at()}</th>
                <th scope="col">{m.who_name()}</th>
              </tr>
            </thead>
            <tbody>
              {readers.map(({ at, who }) => (
                <tr key={`${at} ${who}`}>
                  <td>{formatInstant(at)}</td>
                  <td>{who}</td>
                </tr>
              ))}
            </tbody>
          </table>
        )
      }
    </LoadedPart>
  );
}
