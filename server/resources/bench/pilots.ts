import { randomUUID } from 'node:crypto';
import {
  type BenchInstruments,
  benchInstruments,
  type NewPilot,
  newPilot,
  type PilotParams,
  type PilotTaken,
  pilotParams,
  pilotTaken,
} from '../../contract/bench.schema.ts';
import { shape } from '../../contract/shape.ts';
import { askedForm } from '../../domain/asked-form.ts';
import { Problem } from '../../domain/problem.ts';
import type { Pilot } from '../../domain/study.ts';
import { endpoint, Reply } from '../../http/endpoint.ts';
import { authorOf } from '../named-decision.ts';
import { toPilotHead } from './study-wire.ts';

export const takePilot = endpoint({
  method: 'post',
  path: '/api/pilots',
  summary: 'Hand in pilot answers to a form as a CSV; codes and groups are kept, names and ids are not',
  permission: 'bench.write',
  scope: 'none',
  body: shape<NewPilot>(newPilot),
  bodyLimit: 12_000_000,
  reply: shape<PilotTaken>(pilotTaken),
  audit: { action: 'pilot.take', target: 'self' },
  async handle(stores, { body, actor, now }) {
    const { instrument, answerDomain } = stores.instruments.current(body.instrument);
    const { notices, ...read } = await stores.readPilot(Buffer.from(body.content, 'base64'), instrument, answerDomain);
    const pilot: Pilot = {
      _id: randomUUID(),
      title: body.title,
      instrument: instrument.id,
      instrumentVersion: instrument.version,
      ...read,
      ...(await authorOf(stores, actor)),
      at: now,
    };
    await stores.studies.addPilot(pilot);
    return new Reply({ pilot: toPilotHead(pilot), notices }, { auditTarget: pilot._id });
  },
});

export const dropPilot = endpoint({
  method: 'delete',
  path: '/api/pilots/:pilot',
  summary: 'Throw pilot answers away; studies made from them stay',
  permission: 'bench.write',
  scope: 'none',
  params: shape<PilotParams>(pilotParams),
  reply: null,
  audit: { action: 'pilot.drop', target: 'pilot' },
  async handle(stores, { params }) {
    const { deletedCount } = await stores.studies.removePilot(params.pilot);
    if (deletedCount === 0) throw new Problem('not-found');
  },
});

export const readBench = endpoint({
  method: 'get',
  path: '/api/bench',
  summary: 'Every form with its version, its scales, and whose answers to it there are',
  permission: 'bench.read',
  scope: 'none',
  reply: shape<BenchInstruments>(benchInstruments),
  audit: null,
  async handle(stores, { language }) {
    const [campaigns, pilots, regions] = await Promise.all([
      stores.catalogue.campaigns({}),
      stores.studies.pilots(200),
      stores.catalogue.regions(),
    ]);
    const regionOf = new Map(regions.map(({ _id, names }) => [_id, names[language]]));
    const counts = await Promise.all(campaigns.map(({ _id }) => stores.results.countOf(_id)));
    return {
      instruments: stores.instruments.ids().map((id) => {
        const shelved = stores.instruments.current(id);
        const { instrument } = shelved;
        const text = shelved.text(language);
        return {
          id,
          version: instrument.version,
          name: text.title,
          items: instrument.items.length,
          asked: askedForm(instrument, text),
          scales: instrument.scales.map(({ id: scale, score, items }) => ({
            id: scale,
            name: text.scales[scale]?.name ?? scale,
            items: (items ?? []).map(({ item }) => item),
            analysable: score === 'mean' || score === 'sum' || score === 'weighted' || score === 'match-count',
          })),
          campaigns: campaigns.flatMap(({ _id, instrument: of, title, region, demo }, at) =>
            of === id
              ? [
                  {
                    id: _id,
                    title: title[language],
                    region: regionOf.get(region) ?? region,
                    results: counts[at] ?? 0,
                    demo,
                  },
                ]
              : [],
          ),
          pilots: pilots.filter(({ instrument: of }) => of === id).map(toPilotHead),
        };
      }),
    };
  },
});
