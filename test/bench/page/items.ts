import { loadForm, loadFormTexts } from '../../../instruments/forms.ts';
import type { InstrumentText } from '../../../instruments/schema/text.schema.ts';
import type { InstrumentForm } from '../../../server/contract/instrument.schema.ts';

export type SixtyItems = { form: InstrumentForm; text: InstrumentText };

/** The first 60 rated items of KASIP-9 in Kazakh, as the service sends them to a device. */
export function sixtyItems(): SixtyItems {
  const whole = loadForm('kasip-9');
  const words = loadFormTexts('kasip-9', 'kk');
  const rated = whole.items.filter(({ format }) => whole.formats[format]?.kind === 'rating').slice(0, 60);
  const kept = new Set(rated.map(({ id }) => id));
  const formats = new Set(rated.map(({ format }) => format));
  const form: InstrumentForm = {
    id: 'sixty',
    version: '1.0.0',
    formats: Object.entries(whole.formats)
      .filter(([id]) => formats.has(id))
      .map(([id, { kind, points, seconds }]) => ({ id, kind, points: [...points], seconds })),
    items: rated.map(({ id, format }) => ({ id, format, situation: null })),
    sections: [
      {
        id: 'whole',
        minutes: 10,
        shuffle: 'none',
        pages: rated.map(({ id }) => ({ id: id.toLowerCase(), situation: null, items: [id] })),
      },
    ],
  };
  const text: InstrumentText = {
    ...words,
    items: Object.fromEntries(Object.entries(words.items).filter(([id]) => kept.has(id))),
    formats: Object.fromEntries(Object.entries(words.formats).filter(([id]) => formats.has(id))),
    situations: {},
    blocks: {},
  };
  return { form, text };
}

/** The same items as a SurveyJS form: one question a page, radio buttons, numbers of the points as values. */
export function surveyJson({ form, text }: SixtyItems): object {
  return {
    questionsOnPageMode: 'questionPerPage',
    showProgressBar: true,
    elements: form.items.map(({ id, format }) => ({
      type: 'radiogroup',
      name: id,
      title: text.items[id],
      description: text.formats[format]?.question,
      choices: form.formats
        .find((one) => one.id === format)
        ?.points.map((value, index) => ({ value, text: text.formats[format]?.labels[index] })),
    })),
  };
}
