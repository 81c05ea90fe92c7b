import { type LanguageQuery, languageQuery, type RoundParams, roundParams } from '../../contract/round.schema.ts';
import { type CodedList, codedList } from '../../contract/round-list.schema.ts';
import { shape } from '../../contract/shape.ts';
import { departureWords, publishedWords } from '../../domain/alliance/published-words.ts';
import { allocate } from '../../domain/allocation/allocate.ts';
import { explainCandidates } from '../../domain/allocation/explain.ts';
import { lotteryOrder } from '../../domain/allocation/lottery.ts';
import { Problem } from '../../domain/problem.ts';
import { endpoint } from '../../http/endpoint.ts';
import { existingRound, placeNames, placeOfChoice, placeTitle, poolOf, toPlace } from './round-things.ts';

export const readCodedList = endpoint({
  method: 'get',
  path: '/api/rounds/:round/list',
  summary: 'The coded list to publish: code, lottery number, place, and why; no name, no score, nobody’s own words',
  permission: 'round.read',
  scope: { of: 'round', param: 'round' },
  params: shape<RoundParams>(roundParams),
  query: shape<LanguageQuery>(languageQuery),
  reply: shape<CodedList>(codedList),
  audit: { action: 'round.list', target: 'round' },
  async handle(stores, { params, query }) {
    const record = await existingRound(stores, params.round);
    const { lotterySeed } = record;
    if (lotterySeed === null) throw new Problem('round-moved-on');
    const choices = (await stores.rounds.choicesOf(record._id)).filter(({ frozen }) => frozen !== null);
    const byCode = new Map(choices.map((choice) => [choice.frozen?.code ?? '', choice]));
    const pool = poolOf(record, choices, lotterySeed);
    const draw = lotteryOrder(
      lotterySeed,
      pool.candidates.map(({ id }) => id),
    );
    const names = await placeNames(stores);
    const titles = new Map(record.places.map((place) => [place.id, placeTitle(toPlace(place, names), query.language)]));
    const isProposed = record.proposal !== null;
    const rows = explainCandidates(pool, allocate(pool), draw).map((explanation) => {
      const choice = byCode.get(explanation.candidate);
      const place = choice === undefined || !isProposed ? null : placeOfChoice(choice);
      const departure = choice?.departure ?? null;
      return {
        code: explanation.candidate,
        draw: (draw.get(explanation.candidate) ?? 0) + 1,
        place,
        rank: place === null ? null : (choice?.wishes.indexOf(place) ?? -1) + 1 || null,
        explanation: !isProposed
          ? []
          : departure === null
            ? publishedWords(explanation, (id) => titles.get(id) ?? id, query.language)
            : [departureWords(departure.kind ?? 'other', query.language)],
      };
    });
    return { rows: rows.sort((a, b) => a.draw - b.draw) };
  },
});
