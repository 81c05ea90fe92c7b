import type { IrtItem } from '../irt/irt-item.ts';
import { itemInformation } from '../irt/item-information.ts';
import { quadratureGrid } from '../irt/quadrature-grid.ts';
import { thetaEap } from '../irt/theta-eap.ts';
import { adaptiveSettings } from './adaptive-settings.ts';
import { fixedForm, isLargeEnough } from './fixed-form.ts';
import { type BankItem, type ItemBank, itemBank } from './item-bank.ts';
import { nextStep, type StopReason } from './next-step.ts';

/**
 * A scale that is asked adaptively, as its form declares it. `points`: the stored codes of the item's answers, lowest first;
 * `reversed`: the highest code stands for the least of the trait; `content`: the area it counts for, `areas`: what share of the
 * test each should have; `chance`: how often exposure control gives the item once it is chosen, always where left out.
 */
export interface AdaptiveForm {
  readonly scale: string;
  readonly items: readonly (Omit<IrtItem, 'lower' | 'upper'> & {
    readonly item: string;
    readonly points: readonly number[];
    readonly reversed: boolean;
    readonly content?: string;
    readonly chance?: number;
  })[];
  readonly areas?: readonly { readonly area: string; readonly share: number }[];
  readonly minItems: number;
  readonly maxItems: number;
  readonly targetSe: number;
}

/**
 * One question as it was asked: why it was taken, and where the test stood after its answer. `content`: the area that lagged most,
 * null where content is not balanced; `heldBack`: items that would have come first, had exposure control let them.
 */
export interface AdaptiveLine {
  readonly item: string;
  readonly answer: number;
  readonly information: number;
  readonly content: string | null;
  readonly heldBack: readonly string[];
  readonly theta: number;
  readonly se: number;
}

/**
 * A test so far. `mode` fixed: the bank is too small to choose from, everybody gets its best short form. `next` null: it has
 * ended, for `reason`. `aside`: answers that are not on this way (an earlier answer was changed, and the test went on
 * otherwise); they are kept and do not count. θ and its error are null before the first answer.
 */
export interface AdaptiveState {
  readonly mode: 'adaptive' | 'fixed';
  readonly trace: readonly AdaptiveLine[];
  readonly next: string | null;
  readonly reason: StopReason | null;
  readonly theta: number | null;
  readonly se: number | null;
  readonly aside: readonly string[];
}

/**
 * Follows an adaptive test through the answers there are: from the bank, the seed and the answers alone it says what was asked,
 * in which order and why, and what comes next. Device and server get the same, so that the trace can be made again anywhere.
 *
 * @param answers stored codes by item; a code the item does not have counts as no answer.
 * @throws RangeError when the form is not lawful (see `itemBank`, `adaptiveSettings`).
 */
export function followAdaptive(
  form: AdaptiveForm,
  seed: number,
  answers: Readonly<Record<string, number | undefined>>,
): AdaptiveState {
  const categoryOf = categories(form);
  const bank = bankOf(form);
  const isFixed = !isLargeEnough(bank, form.maxItems);
  const choose = isFixed ? inOrder(bank, form) : adaptively(bank, form, seed);
  const given: { id: string; answer: number }[] = [];
  const trace: Omit<AdaptiveLine, 'theta' | 'se'>[] = [];
  const estimates: { theta: number; se: number }[] = [];
  for (;;) {
    const step = choose(given);
    if (given.length > 0 && step.theta !== null && step.se !== null) estimates.push({ theta: step.theta, se: step.se });
    const category = step.next === null ? null : categoryOf(step.next, answers[step.next]);
    if (step.next !== null && category !== null) {
      given.push({ id: step.next, answer: category });
      const { information, content, heldBack } = step;
      trace.push({ item: step.next, answer: answers[step.next] ?? 0, information, content, heldBack });
      continue;
    }
    const asked = new Set(given.map(({ id }) => id));
    return {
      mode: isFixed ? 'fixed' : 'adaptive',
      trace: trace.map((line, at) => ({ ...line, ...(estimates[at] ?? { theta: 0, se: 1 }) })),
      next: step.next,
      reason: step.reason,
      theta: step.theta,
      se: step.se,
      aside: form.items.flatMap(({ item }) =>
        !asked.has(item) && categoryOf(item, answers[item]) !== null ? [item] : [],
      ),
    };
  }
}

type Given = readonly { readonly id: string; readonly answer: number }[];
type Chosen = Pick<AdaptiveState, 'next' | 'reason' | 'theta' | 'se'> &
  Pick<AdaptiveLine, 'information' | 'content' | 'heldBack'>;

const notChosen = { information: 0, content: null, heldBack: [] };

function bankOf({ items, areas = [] }: AdaptiveForm): ItemBank {
  const bank = items.map(
    ({ item, model, a, b, content }): BankItem => ({
      ...{ id: item, model, a, b },
      ...(content === undefined ? {} : { content }),
    }),
  );
  return itemBank(bank, {
    targets: Object.fromEntries(areas.map(({ area, share }) => [area, share])),
    exposure: Object.fromEntries(items.flatMap(({ item, chance }) => (chance === undefined ? [] : [[item, chance]]))),
  });
}

function adaptively(bank: ItemBank, { minItems, maxItems, targetSe }: AdaptiveForm, seed: number) {
  const settings = adaptiveSettings({ seed, minItems, maxItems, targetSe });
  return (given: Given): Chosen => {
    const step = nextStep(bank, settings, given);
    const { theta, se } = step;
    if (step.kind === 'stop') return { next: null, reason: step.reason, theta, se, ...notChosen };
    const { item, information, content, heldBack } = step.selection;
    return { next: item.id, reason: null, theta, se, information, content, heldBack };
  };
}

/** The best items of the bank within the shares of its content, the same for everybody, to the last. */
function inOrder(bank: ItemBank, { maxItems }: AdaptiveForm) {
  const grid = quadratureGrid();
  const byId = new Map(bank.items.map((item) => [item.id, item]));
  const order = fixedForm(bank, Math.min(maxItems, bank.items.length), grid);
  return (given: Given): Chosen => {
    const asked = given.flatMap(({ id }) => byId.get(id) ?? []);
    const estimate = thetaEap(
      asked,
      given.map(({ answer }) => answer),
      grid,
    );
    const next = order[given.length] ?? null;
    const item = next === null ? undefined : byId.get(next);
    return {
      next,
      reason: next === null ? 'length' : null,
      theta: given.length === 0 ? null : (estimate?.theta ?? null),
      se: given.length === 0 ? null : (estimate?.se ?? null),
      ...notChosen,
      information: item === undefined ? 0 : itemInformation(item, estimate?.theta ?? 0),
      content: item?.content ?? null,
    };
  };
}

/** The number of the category an answer stands for, lowest of the trait first; null without a lawful answer. */
function categories({ items }: AdaptiveForm) {
  const byItem = new Map(items.map((one) => [one.item, one]));
  return (item: string, code: number | undefined): number | null => {
    const { points = [], reversed = false } = byItem.get(item) ?? {};
    const at = code === undefined ? -1 : points.indexOf(code);
    return at < 0 ? null : reversed ? points.length - 1 - at : at;
  };
}
