import type { ReportFrame } from './study-report-view.tsx';

/** An item by its id, with the statement it asks: a number alone says nothing about what to drop. */
export function ItemName({ item, frame }: { item: string; frame: ReportFrame }) {
  const words = frame.wordsOf(item);
  return (
    <>
      {item} {words === null ? null : <span class="soft item-words">{words}</span>}
    </>
  );
}
