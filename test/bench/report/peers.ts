import { DuckDBInstance } from '@duckdb/node-api';
import type { Db } from '../../../server/store/driver.ts';
import { scaleIds } from './country.ts';

/** What every table holds of a group: n, mean, deviation and five bands, for each scale. */
const figures = scaleIds
  .map((_, at) => {
    const edges = [1.8, 2.6, 3.4, 4.2];
    const bands = [0, 1, 2, 3, 4].map((band) => {
      const low = band === 0 ? 'true' : `s${at} >= ${edges[band - 1]}`;
      const high = band === 4 ? 'true' : `s${at} < ${edges[band]}`;
      return `count(*) filter (where ${low} and ${high})`;
    });
    return `count(s${at}), avg(s${at}), stddev_samp(s${at}), ${bands.join(', ')}`;
  })
  .join(', ');

export const regionTables = [
  'region',
  'region, district',
  'region, district, school',
  'region, language',
  'region, sex',
  'region, locality',
  'region, type',
];
export const nationalTables = ['region', 'year'];

/** DuckDB over a columnar file, in this process: every table of a report, read to the last row. */
export async function duck(parquet: string) {
  const instance = await DuckDBInstance.create(':memory:', { threads: '2' });
  const connection = await instance.connect();
  const run = async (tables: readonly string[], where: string): Promise<number> => {
    let rows = 0;
    for (const by of tables) {
      const sql = `select ${by}, ${figures} from '${parquet}' ${where} group by ${by}`;
      rows += (await (await connection.runAndReadAll(sql)).getRows()).length;
    }
    return rows;
  };
  return {
    fromCsv: (csv: string) =>
      connection.run(`copy (select * from read_csv('${csv}')) to '${parquet}' (format parquet)`),
    region: (region: string) => run(regionTables, `where region = '${region}'`),
    national: () => run(nationalTables, ''),
    close: () => connection.closeSync(),
  };
}

/** The same tables by a pipeline over results. */
export function pipeline(db: Db) {
  const results = db.collection('results');
  const run = async (match: object, groups: readonly (readonly string[])[]): Promise<number> => {
    let rows = 0;
    for (const by of groups) {
      const id = Object.fromEntries(
        [...by, 'scale'].map((name) => [name, name === 'scale' ? '$scales.scale' : `$${name}`]),
      );
      const edges = [1.8, 2.6, 3.4, 4.2];
      const bands = Object.fromEntries(
        [0, 1, 2, 3, 4].map((band) => {
          const inside = [
            ...(band === 0 ? [] : [{ $gte: ['$scales.mean', edges[band - 1]] }]),
            ...(band === 4 ? [] : [{ $lt: ['$scales.mean', edges[band]] }]),
          ];
          return [`b${band}`, { $sum: { $cond: [{ $and: inside }, 1, 0] } }];
        }),
      );
      const stages = [
        { $match: match },
        { $unwind: '$scales' },
        {
          $group: {
            _id: id,
            n: { $sum: 1 },
            mean: { $avg: '$scales.mean' },
            sd: { $stdDevSamp: '$scales.mean' },
            ...bands,
          },
        },
      ];
      rows += (await results.aggregate(stages, { allowDiskUse: true, timeoutMS: 600_000 }).toArray()).length;
    }
    return rows;
  };
  return {
    region: (campaign: string) =>
      run({ campaign, asideAt: null }, [['region'], ['district'], ['school'], ['language'], ['sex'], ['locality']]),
    national: () => run({ asideAt: null }, [['region'], []]),
  };
}
