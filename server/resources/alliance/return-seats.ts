import { type Round, type RoundParams, round, roundParams } from '../../contract/round.schema.ts';
import { shape } from '../../contract/shape.ts';
import { Problem } from '../../domain/problem.ts';
import { endpoint } from '../../http/endpoint.ts';
import { asStaff } from '../actors.ts';
import { returnFreeSeats } from './move-up.ts';
import { existingRound, toRound } from './round-things.ts';
import { historian } from './rounds.ts';

export const returnSeats = endpoint({
  method: 'post',
  path: '/api/rounds/:round/returns',
  summary: 'Seats of a decided round that nobody holds or waits for go back to the table, for another round or region',
  permission: 'round.write',
  scope: { of: 'round', param: 'round' },
  params: shape<RoundParams>(roundParams),
  reply: shape<Round>(round),
  audit: { action: 'round.return', target: 'round' },
  async handle(stores, { actor, params, now }) {
    const { _id: id, state } = await existingRound(stores, params.round);
    if (state !== 'final') throw new Problem('round-moved-on');
    const who = await historian(stores, asStaff(actor).id);
    const returned = await returnFreeSeats(stores, id, now, who);
    if (returned === null) throw new Problem('round-moved-on');
    if (returned === 0) throw new Problem('no-free-seats');
    return toRound(stores, await existingRound(stores, id));
  },
});
