import type { StudyDetail } from '../contract/study-report.ts';
import type { Language } from '../domain/language.ts';
import { figureName, figureValue } from './study-html-names.ts';

const words = {
  kk: {
    title: {
      items: 'Тұжырымдарды талдау',
      calibration: 'Калибрлеу',
      dif: 'Тұжырымдардың әділдігі (DIF)',
      adaptive: 'Бейімделгіш форманы зерттеу',
      norm: 'Норма құру',
      'key-effect': 'Кілттің әсері',
      'rescore-preview': 'Қайта есептеу нені өзгертер еді',
    },
    instrument: 'әдістеме',
    engine: 'есептеу нұсқасы',
    source: 'деректер',
    seed: 'кездейсоқтық тұқымы',
    asked: 'сұраған',
    ended: 'аяқталды',
    settings: 'баптаулар',
    none: 'Есеп жоқ.',
  },
  ru: {
    title: {
      items: 'Анализ утверждений',
      calibration: 'Калибровка',
      dif: 'Справедливость утверждений (DIF)',
      adaptive: 'Исследование адаптивной формы',
      norm: 'Построение нормы',
      'key-effect': 'Влияние ключа',
      'rescore-preview': 'Что изменил бы пересчёт',
    },
    instrument: 'методика',
    engine: 'версия расчётов',
    source: 'данные',
    seed: 'зерно случайности',
    asked: 'запрос',
    ended: 'закончено',
    settings: 'настройки',
    none: 'Отчёта нет.',
  },
  en: {
    title: {
      items: 'Item analysis',
      calibration: 'Calibration',
      dif: 'Differential item functioning',
      adaptive: 'Adaptive study',
      norm: 'Building a norm',
      'key-effect': 'Effect of a key',
      'rescore-preview': 'What rescoring would change',
    },
    instrument: 'instrument',
    engine: 'engine',
    source: 'data',
    seed: 'seed',
    asked: 'asked by',
    ended: 'ended',
    settings: 'settings',
    none: 'There is no report.',
  },
} as const;

const style =
  'body{font:15px/1.5 system-ui,sans-serif;max-width:70rem;margin:2rem auto;padding:0 1rem;color:#1d2b2a}table{border-collapse:collapse;margin:.5rem 0 1.5rem}td,th{border-bottom:1px solid #ccd;padding:.2rem .6rem;text-align:right}th:first-child,td:first-child{text-align:left}h2{margin-top:2rem}small{font-weight:400;color:#566}';

/** What a report's reader would call its source and its scales. */
export type StudyNames = { source: string; scale(id: string): string };

/** The kept report as one page that needs nothing else: who, what, from which versions, seed and n, then every number. */
export function studyHtml(study: StudyDetail, language: Language, names: StudyNames): string {
  const { kind, instrument, instrumentVersion, engine, source, settings, askedBy, endedAt, n } = study;
  const say = words[language];
  const title = `${say.title[kind]}: ${instrument} ${instrumentVersion}`;
  const facts: [string, string][] = [
    [say.instrument, `${instrument} ${instrumentVersion}`],
    [say.engine, engine],
    [say.source, `${names.source} (${source.kind} ${source.id})`],
    ['n', n === null ? '–' : String(n)],
    [say.seed, String(settings.seed)],
    [say.settings, JSON.stringify(settings)],
    [say.asked, `${askedBy}, ${study.askedAt}`],
    [say.ended, endedAt ?? '–'],
  ];
  const head = `<table>${facts.map(([name, value]) => `<tr><th scope="row">${escaped(name)}</th><td>${escaped(value)}</td></tr>`).join('')}</table>`;
  const body = study.report === null ? `<p>${say.none}</p>` : sections(study.report, language, names);
  // The whole report as data, so that a script can read the file as well as a person. «<» cannot end the element early.
  const data = JSON.stringify(study).replaceAll('<', '\\u003c');
  return `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><title>${escaped(title)}</title><style>${style}</style></head><body><h1>${escaped(title)}</h1>${head}${body}<script type="application/json" id="report">${data}</script></body></html>`;
}

/** What is told of all together, then scale by scale. */
function sections(report: NonNullable<StudyDetail['report']>, language: Language, names: StudyNames): string {
  const { summary = {}, ...single } = { summary: undefined, ...report };
  const told = { ...single, ...summary };
  const whole = Object.fromEntries(Object.entries(told).filter(([name]) => name !== 'kind' && name !== 'scales'));
  const scales = 'scales' in told ? told.scales : [];
  const part = ({ scale, ...figuresOf }: { scale: string }): string =>
    `<h2>${escaped(names.scale(scale))} <small>${escaped(scale)}</small></h2>${figures(figuresOf, language)}${lists(figuresOf, language)}`;
  return figures(whole, language) + lists(whole, language) + scales.map(part).join('');
}

/** Single figures, also those further down. */
function figures(value: object, language: Language): string {
  const rows = flat(value).map(
    ([path, one]) =>
      `<tr><th scope="row">${escaped(figureName(path, language))}</th><td>${shown(one, language)}</td></tr>`,
  );
  return rows.length === 0 ? '' : `<table>${rows.join('')}</table>`;
}

/** Figures and short lists of numbers with their paths; lists of things have tables of their own. */
function flat(value: object, before = '', withLists = false): [string, unknown][] {
  return Object.entries(value).flatMap(([name, one]): [string, unknown][] => {
    const path = before === '' ? name : `${before}.${name}`;
    if (Array.isArray(one)) return withLists && one.every((each) => typeof each === 'number') ? [[path, one]] : [];
    return typeof one === 'object' && one !== null ? flat(one, path, withLists) : [[path, one]];
  });
}

/** Every list of things becomes a table. */
function lists(value: object, language: Language): string {
  return Object.entries(value)
    .flatMap(([name, list]) =>
      Array.isArray(list) && list.every(isThing) && list.length > 0 ? [tableOf(name, list, language)] : [],
    )
    .join('');
}

const isThing = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function tableOf(name: string, list: readonly object[], language: Language): string {
  const cells = list.map((one) => new Map(flat(one, '', true)));
  const columns = [...new Set(cells.flatMap((row) => [...row.keys()]))].filter((column) =>
    cells.some((row) => (row.get(column) ?? null) !== null),
  );
  const head = columns.map((column) => `<th scope="col">${escaped(figureName(column, language))}</th>`).join('');
  const rows = cells.map(
    (row) => `<tr>${columns.map((column) => `<td>${shown(row.get(column), language)}</td>`).join('')}</tr>`,
  );
  return `<h3>${escaped(figureName(name, language))}</h3><table><thead><tr>${head}</tr></thead><tbody>${rows.join('')}</tbody></table>`;
}

const shown = (value: unknown, language: Language): string => escaped(figureValue(value, language));

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
