import type { Container } from '../../container.ts';
import {
  type Helpline,
  helpline,
  type NewHelpline,
  newHelpline,
  type RegionParams,
  regionParams,
} from '../../contract/helpline.schema.ts';
import { shape } from '../../contract/shape.ts';
import { said } from '../../domain/decision/case-rules.ts';
import { defaultHelpline } from '../../domain/helpline-default.ts';
import { Problem } from '../../domain/problem.ts';
import { endpoint } from '../../http/endpoint.ts';
import { asStaff } from '../actors.ts';

export const readHelpline = endpoint({
  method: 'get',
  path: '/api/regions/:region/helpline',
  summary: 'Whom a child of this region may call, or an adult a child told something to',
  permission: 'anyone',
  scope: 'none',
  params: shape<RegionParams>(regionParams),
  reply: shape<Helpline>(helpline),
  audit: null,
  async handle(stores, { params }) {
    if ((await stores.catalogue.region(params.region)) === null) throw new Problem('not-found');
    return helplineOf(stores, params.region);
  },
});

export const putHelpline = endpoint({
  method: 'put',
  path: '/api/regions/:region/helpline',
  summary: 'Write the region’s helpline text, in the three languages',
  permission: 'helpline.write',
  scope: { of: 'region', param: 'region' },
  params: shape<RegionParams>(regionParams),
  body: shape<NewHelpline>(newHelpline),
  reply: shape<Helpline>(helpline),
  audit: { action: 'helpline.write', target: 'region' },
  async handle(stores, { params, body, actor, now }) {
    const { kk, ru, en } = body.texts;
    const texts = { kk: said(kk, '/body/kk'), ru: said(ru, '/body/ru'), en: said(en, '/body/en') };
    await stores.helplines.put(params.region, texts, asStaff(actor).id, now);
    return helplineOf(stores, params.region);
  },
});

/** The region's own text, or the country's until it has one. */
export async function helplineOf(stores: Container, region: string): Promise<Helpline> {
  const own = await stores.helplines.of(region);
  if (own === null) return { region, texts: defaultHelpline, changedAt: null, changedBy: null };
  const names = await stores.staff.names([own.changedBy]);
  return {
    region,
    texts: own.texts,
    changedAt: own.changedAt.toISOString(),
    changedBy: names.get(own.changedBy) ?? own.changedBy,
  };
}
