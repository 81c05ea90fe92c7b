/** As much of a page as its place depends on. */
export interface OrderedPage {
  readonly block?: string;
  readonly spread?: boolean;
}

/** A section of a form, or as much of it as order depends on. */
export interface OrderedSection<Page extends OrderedPage> {
  readonly shuffle: 'none' | 'blocks' | 'pages';
  readonly pages: readonly Page[];
}

/**
 * The pages of a form in the order in which one sitting meets them, section by section. `pages` shuffles the pages within
 * each block (so that the kind of answer does not change from screen to screen), `blocks` the blocks themselves; pages to
 * be spread are then dealt evenly between the others, in their own order. The seed alone decides, so that every device and
 * the server see the same order; what an item's answer is stored under never depends on it.
 */
export function pagesInOrder<Page extends OrderedPage>(
  sections: readonly OrderedSection<Page>[],
  seed: number,
): Page[][] {
  return sections.map((section, index) => sectionInOrder(section, (seed + 0x9e3779b9 * index) >>> 0));
}

function sectionInOrder<Page extends OrderedPage>(section: OrderedSection<Page>, seed: number): Page[] {
  const next = mulberry(seed);
  const blocks = blocksOf(section.pages.filter(({ spread }) => !spread));
  const mixed = section.shuffle === 'blocks' ? shuffled(blocks, next) : blocks;
  const own = mixed.flatMap((pages) => (section.shuffle === 'pages' ? shuffled(pages, next) : pages));
  return dealt(
    own,
    section.pages.filter(({ spread }) => spread),
  );
}

/** Neighbours of one block; pages that name none are one block. */
function blocksOf<Page extends OrderedPage>(pages: readonly Page[]): Page[][] {
  const blocks: Page[][] = [];
  for (const page of pages) {
    const last = blocks[blocks.length - 1];
    if (last !== undefined && last[0]?.block === page.block) last.push(page);
    else blocks.push([page]);
  }
  return blocks;
}

/** Puts m pages between n others so that the stretches between them are as equal as whole numbers allow. */
function dealt<Page>(own: readonly Page[], between: readonly Page[]): Page[] {
  const out: Page[] = [];
  let taken = 0;
  for (const [index, page] of between.entries()) {
    const upTo = Math.round(((index + 1) * own.length) / (between.length + 1));
    out.push(...own.slice(taken, upTo), page);
    taken = upTo;
  }
  return [...out, ...own.slice(taken)];
}

/** Fisher–Yates. */
function shuffled<Thing>(things: readonly Thing[], next: () => number): Thing[] {
  const mixed = [...things];
  for (let last = mixed.length - 1; last > 0; last -= 1) {
    const chosen = Math.floor(next() * (last + 1));
    const [one, other] = [mixed[chosen], mixed[last]];
    if (one !== undefined && other !== undefined) [mixed[chosen], mixed[last]] = [other, one];
  }
  return mixed;
}

/** mulberry32: small enough for the pupil's page, good enough for an order. */
function mulberry(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
