import type { Seat } from '../../../server/contract/alliance.schema.ts';
import type { ReserveKind } from '../../../server/contract/round.schema.ts';
import { m } from '../../i18n/generated/messages.js';
import { fundingWords } from '../alliance/alliance-words.ts';
import { Details } from '../ui/details.tsx';
import { Choice, Field } from '../ui/field.tsx';
import { languageWords } from '../ui/language-words.ts';
import { type AskedPlace, isOverShared, sharedOf } from './asked-place.ts';
import { reserveWords } from './round-words.ts';

type Options = readonly (readonly [id: string, words: string])[];

/** One offer of seats: how many the round takes of it, and by which rules. */
export function PlaceFields({
  title,
  seat,
  one,
  districts,
  paying,
  wasTried,
  onChange,
}: {
  title: string;
  seat: Seat;
  one: AskedPlace;
  districts: Options;
  /** Sponsors' offers, for a seat that waits for one. */
  paying: Options;
  wasTried: boolean;
  onChange: (change: Partial<AskedPlace>) => void;
}) {
  const isOffered = Number(one.quota) > 0;
  return (
    <li>
      <fieldset class="field">
        <legend class="label">
          {title} · {languageWords[seat.language]()} · {fundingWords[seat.funding]()}
        </legend>
        <div class="fields three">
          <Field
            label={m.rd_quota_of({ n: seat.free ?? 0 })}
            type="number"
            value={one.quota}
            onValue={(quota) => onChange({ quota })}
            input={{ min: 0, max: seat.free ?? 0 }}
          />
          {isOffered ? (
            <>
              <Choice
                label={m.al_district()}
                value={one.district}
                options={[['', m.rd_any_district()], ...districts]}
                onValue={(district) => onChange({ district })}
              />
              <Field
                label={m.rd_target()}
                type="number"
                value={one.lowerTarget}
                onValue={(lowerTarget) => onChange({ lowerTarget })}
                input={{ min: 0, max: Number(one.quota) }}
              />
            </>
          ) : null}
        </div>
        {isOffered && seat.funding === 'sponsor' && paying.length > 0 ? (
          <Choice label={m.rd_grant()} value={one.grant} options={paying} onValue={(grant) => onChange({ grant })} />
        ) : null}
        {isOffered ? <Shares one={one} wasTried={wasTried} onChange={onChange} /> : null}
      </fieldset>
    </li>
  );
}

/** Reserved shares of a place; together they are no more than it has. */
function Shares({
  one,
  wasTried,
  onChange,
}: {
  one: AskedPlace;
  wasTried: boolean;
  onChange: (change: Partial<AskedPlace>) => void;
}) {
  const kinds = Object.keys(one.shares) as ReserveKind[];
  const isOver = isOverShared(one);
  return (
    <>
      <Details summary={m.rd_shares({ n: sharedOf(one), of: Number(one.quota) })}>
        <p class="small">{m.rd_shares_hint()}</p>
        <div class="fields three">
          {kinds.map((kind) => (
            <Field
              key={kind}
              label={reserveWords[kind]()}
              type="number"
              value={one.shares[kind]}
              onValue={(seats) => onChange({ shares: { ...one.shares, [kind]: seats } })}
              input={{ min: 0, max: Number(one.quota) }}
            />
          ))}
        </div>
      </Details>
      {isOver ? (
        <p class="error" role={wasTried ? 'alert' : 'status'}>
          {m.rd_shares_over({ n: sharedOf(one), of: Number(one.quota) })}
        </p>
      ) : null}
    </>
  );
}
