import type { StudyDetail } from '../contract/study-report.ts';
import type { Language } from '../domain/language.ts';

const words = {
  kk: {
    title: {
      items: 'Тұжырымдарды талдау',
      calibration: 'Калибрлеу',
      dif: 'Тұжырымдардың әділдігі (DIF)',
      adaptive: 'Бейімделгіш форманы зерттеу',
      norm: 'Норма жасау',
      'key-effect': 'Кілттің әсері',
    },
    instrument: 'әдістеме',
    engine: 'есептеу нұсқасы',
    source: 'деректер',
    seed: 'кездейсоқтық тұқымы',
    asked: 'сұраған',
    ended: 'аяқталды',
    settings: 'баптаулар',
    none: 'Есеп жоқ.',
    skipped: 'Есептелмеді',
  },
  ru: {
    title: {
      items: 'Анализ утверждений',
      calibration: 'Калибровка',
      dif: 'Справедливость утверждений (DIF)',
      adaptive: 'Исследование адаптивной формы',
      norm: 'Построение нормы',
      'key-effect': 'Влияние ключа',
    },
    instrument: 'методика',
    engine: 'версия расчётов',
    source: 'данные',
    seed: 'зерно случайности',
    asked: 'запросил',
    ended: 'закончено',
    settings: 'настройки',
    none: 'Отчёта нет.',
    skipped: 'Не рассчитано',
  },
  en: {
    title: {
      items: 'Item analysis',
      calibration: 'Calibration',
      dif: 'Differential item functioning',
      adaptive: 'Adaptive study',
      norm: 'Building a norm',
      'key-effect': 'Effect of a key',
    },
    instrument: 'instrument',
    engine: 'engine',
    source: 'data',
    seed: 'seed',
    asked: 'asked by',
    ended: 'ended',
    settings: 'settings',
    none: 'There is no report.',
    skipped: 'Not computed',
  },
} as const;

const style =
  'body{font:15px/1.5 system-ui,sans-serif;max-width:70rem;margin:2rem auto;padding:0 1rem;color:#1d2b2a}table{border-collapse:collapse;margin:.5rem 0 1.5rem}td,th{border-bottom:1px solid #ccd;padding:.2rem .6rem;text-align:right}th:first-child,td:first-child{text-align:left}h2{margin-top:2rem}';

/** The kept report as one page that needs nothing else: who, what, from which versions, seed and n, then every number. */
export function studyHtml(study: StudyDetail, language: Language): string {
  const { kind, instrument, instrumentVersion, engine, source, settings, askedBy, endedAt, n } = study;
  const say = words[language];
  const title = `${say.title[kind]}: ${instrument} ${instrumentVersion}`;
  const facts: [string, string][] = [
    [say.instrument, `${instrument} ${instrumentVersion}`],
    [say.engine, engine],
    [say.source, `${source.kind} ${source.id}`],
    ['n', n === null ? '–' : String(n)],
    [say.seed, String(settings.seed)],
    [say.settings, JSON.stringify(settings)],
    [say.asked, `${askedBy}, ${study.askedAt}`],
    [say.ended, endedAt ?? '–'],
  ];
  const head = `<table>${facts.map(([name, value]) => `<tr><th scope="row">${escaped(name)}</th><td>${escaped(value)}</td></tr>`).join('')}</table>`;
  const body = study.report === null ? `<p>${say.none}</p>` : sections(study.report);
  // The whole report as data, so that a script can read the file as well as a person. «<» cannot end the element early.
  const data = JSON.stringify(study).replaceAll('<', '\\u003c');
  return `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><title>${escaped(title)}</title><style>${style}</style></head><body><h1>${escaped(title)}</h1>${head}${body}<script type="application/json" id="report">${data}</script></body></html>`;
}

/** What is told of all together, then scale by scale. */
function sections(report: NonNullable<StudyDetail['report']>): string {
  const { kind: _kind, ...whole } = report;
  const scales = 'scales' in report ? report.scales : [];
  const parts = scales.map((scale) => `<h2>${escaped(scale.scale)}</h2>${figures(scale)}${lists(scale)}`);
  return figures(whole) + parts.join('');
}

/** Single figures, also those further down. */
function figures(scale: object): string {
  const rows = flat(scale).map(
    ([name, value]) => `<tr><th scope="row">${escaped(name)}</th><td>${shown(value)}</td></tr>`,
  );
  return rows.length === 0 ? '' : `<table>${rows.join('')}</table>`;
}

function flat(value: object, before = ''): [string, unknown][] {
  return Object.entries(value).flatMap(([name, one]): [string, unknown][] => {
    const path = before === '' ? name : `${before}.${name}`;
    if (typeof one === 'object' && one !== null) return Array.isArray(one) ? [] : flat(one, path);
    return [[path, one]];
  });
}

/** Every list of things becomes a table; of each thing its single figures and short lists of numbers. */
function lists(scale: object): string {
  return Object.entries(scale)
    .flatMap(([name, list]) =>
      Array.isArray(list) && list.every(isThing) && list.length > 0 ? [tableOf(name, list)] : [],
    )
    .join('');
}

const isThing = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function tableOf(name: string, list: readonly object[]): string {
  const columns = [
    ...new Set(list.flatMap((one) => Object.entries(one).flatMap(([key, value]) => (isPlain(value) ? [key] : [])))),
  ];
  const head = columns.map((column) => `<th scope="col">${escaped(column)}</th>`).join('');
  const rows = list.map((one) => {
    const cells = new Map(Object.entries(one));
    return `<tr>${columns.map((column) => `<td>${shown(cells.get(column))}</td>`).join('')}</tr>`;
  });
  return `<h3>${escaped(name)}</h3><table><thead><tr>${head}</tr></thead><tbody>${rows.join('')}</tbody></table>`;
}

const isPlain = (value: unknown): boolean =>
  value === null ||
  typeof value !== 'object' ||
  (Array.isArray(value) && value.every((one) => typeof one === 'number'));

function shown(value: unknown): string {
  if (value === null || value === undefined) return '–';
  if (typeof value === 'number') return Number.isInteger(value) ? String(value) : value.toFixed(4);
  return Array.isArray(value) ? value.map(shown).join(' · ') : escaped(String(value));
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
