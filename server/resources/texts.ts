import { randomUUID } from 'node:crypto';
import { shape } from '../contract/shape.ts';
import {
  type ReviewParams,
  reviewParams,
  type TextOverview,
  type TextReading,
  type TextUpload,
  textOverview,
  textReading,
  textUpload,
} from '../contract/texts.schema.ts';
import { Problem } from '../domain/problem.ts';
import { readSheet, type TextSheet } from '../domain/texts/read-sheet.ts';
import { textStanding } from '../domain/texts/text-source.ts';
import { endpoint, FileReply, xlsx } from '../http/endpoint.ts';
import { readTextWorkbook, writeTextWorkbook } from '../report/spreadsheet/text-workbook.ts';
import { authorOf } from './named-decision.ts';

const most = 500;

export const readTexts = endpoint({
  method: 'get',
  path: '/api/texts',
  summary:
    'Per instrument and language: what is missing, what changed since its review, who adjudicated; sheets that came back',
  permission: 'text.review',
  scope: 'none',
  reply: shape<TextOverview>(textOverview),
  audit: null,
  async handle(stores) {
    const reviews = await stores.textReviews.latest();
    return {
      instruments: stores.texts.sources().map((source) => ({
        instrument: source.instrument,
        version: source.version,
        title: { kk: source.texts.kk.title, ru: source.texts.ru.title, en: source.texts.en.title },
        languages: textStanding(source),
      })),
      reviews: reviews.map(({ _id, fileName, name, at, changes, adjudicated }) => ({
        id: _id,
        fileName,
        by: name,
        at: at.toISOString(),
        changes,
        adjudicated: adjudicated.slice(0, 100),
      })),
    };
  },
});

export const downloadTexts = endpoint({
  method: 'get',
  path: '/api/texts/sheet',
  summary: 'Every phrase in three languages as a workbook, to be reviewed and brought back',
  permission: 'text.review',
  scope: 'none',
  reply: { file: xlsx },
  audit: null,
  handle: async (stores) => new FileReply('ustaz-texts.xlsx', await writeTextWorkbook(stores.texts.sources())),
});

export const uploadTexts = endpoint({
  method: 'post',
  path: '/api/texts/reviews',
  summary:
    'Look at a reviewed workbook: what would change, what is wrong by row and column; keep it, where nothing is wrong',
  permission: 'text.review',
  scope: 'none',
  body: shape<TextUpload>(textUpload),
  bodyLimit: 4_100_000,
  reply: shape<TextReading>(textReading),
  audit: { action: 'texts.review', target: 'self' },
  async handle(stores, { body, actor, now }) {
    const { rows, changes, errors, adjudicated } = readSheet(
      stores.texts.sources(),
      await openBook(body.content),
      stores.texts.check,
    );
    const keeps = body.keep && errors.length === 0 && (changes.length > 0 || adjudicated.length > 0);
    const id = randomUUID();
    if (keeps) {
      const { by, name } = await authorOf(stores, actor);
      const { fileName, content } = body;
      await stores.textReviews.add({
        _id: id,
        fileName,
        by,
        name,
        at: now,
        changes: changes.length,
        adjudicated,
        content,
      });
    }
    return {
      rows,
      changes: changes.slice(0, most),
      changesInAll: changes.length,
      errors: errors.slice(0, most),
      errorsInAll: errors.length,
      adjudicated: adjudicated.slice(0, 100),
      kept: keeps ? id : null,
    };
  },
});

export const downloadReview = endpoint({
  method: 'get',
  path: '/api/texts/reviews/:review',
  summary: 'A reviewed workbook as it was brought, for «ustaz texts import»',
  permission: 'text.review',
  scope: 'none',
  params: shape<ReviewParams>(reviewParams),
  reply: { file: xlsx },
  audit: null,
  async handle(stores, { params }) {
    const review = await stores.textReviews.byId(params.review);
    if (review === null) throw new Problem('not-found');
    return new FileReply('ustaz-texts-reviewed.xlsx', Buffer.from(review.content, 'base64'));
  },
});

async function openBook(content: string): Promise<TextSheet> {
  try {
    return await readTextWorkbook(Buffer.from(content, 'base64'));
  } catch {
    throw new Problem('import-unreadable');
  }
}
