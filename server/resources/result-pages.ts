import type { Container } from '../container.ts';
import type { ResultDocument } from '../store/results.ts';
import type { SittingDocument } from '../store/sitting-document.ts';

export type ResultStores = Pick<Container, 'results' | 'sittings'>;

/** A stored result beside the sitting it was computed from; null where the answers were erased. */
export type ResultRow = { result: ResultDocument; sitting: SittingDocument | null };

export type ResultPage = { rows: ResultRow[]; last: string | null; isLast: boolean };

type Wanted = (result: ResultDocument) => boolean;

/** One page of a campaign's results with their sittings, in the order of ids. Sittings of results that are not wanted stay unread. */
export async function resultPage(
  { results, sittings }: ResultStores,
  campaign: string,
  after: string | null,
  size: number,
  isWanted: Wanted = () => true,
): Promise<ResultPage> {
  const page = await results.pageOf(campaign, after, size);
  const wanted = page.filter(isWanted);
  const known = new Map((await sittings.byIds(wanted.map(({ _id }) => _id))).map((one) => [one._id, one]));
  return {
    rows: wanted.map((result) => ({ result, sitting: known.get(result._id) ?? null })),
    last: page.at(-1)?._id ?? null,
    isLast: page.length < size,
  };
}

/** All of them, page by page, each a query of its own: neither memory nor a time limit cares how large the campaign is. */
export async function* resultPages(
  stores: ResultStores,
  campaign: string,
  size: number,
  isWanted?: Wanted,
): AsyncGenerator<ResultRow[]> {
  for (let after: string | null = null; ; ) {
    const page: ResultPage = await resultPage(stores, campaign, after, size, isWanted);
    yield page.rows;
    after = page.last;
    if (page.isLast || after === null) return;
  }
}
