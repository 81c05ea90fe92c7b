import type { SvgNode } from '../../../scoring/picture/svg.ts';
import type { Language } from '../language.ts';

/** One bar of a report's picture; what the drawing takes, without its looks. */
export type PictureRow = {
  name: string;
  lowEnd: string;
  highEnd: string;
  mean: number | null;
  low: number | null;
  high: number | null;
  from: number;
  to: number;
  dot: boolean;
  note: string;
};

export type FieldBlock = {
  name: string;
  about: string;
  /** Why it stands here; empty where nothing in particular speaks for it. */
  because: string;
  occupations: string;
  routes: readonly string[];
};

/** A part of a report: what it says, not how it is laid out. */
export type ReportBlock =
  | { kind: 'text'; title: string; paragraphs: readonly string[] }
  | { kind: 'points'; title: string; lead?: string; points: readonly string[]; boxes?: true }
  | { kind: 'strengths'; title: string; groups: readonly { title: string; items: readonly NamedText[] }[] }
  | {
      kind: 'fields';
      title: string;
      lead: string;
      fields: readonly FieldBlock[];
      after: readonly string[];
      notes: readonly string[];
    }
  | { kind: 'picture'; title: string; legend: string; rows: readonly PictureRow[] }
  | { kind: 'drawing'; title: string; legend: string; drawing: SvgNode }
  | { kind: 'table'; title: string; head: readonly string[]; rows: readonly ReportRow[]; note: string }
  | { kind: 'lines'; title: string; lines: number };

export type NamedText = { name: string; text: string };

/** A row of a table; `group` rows are headings over the rows that follow. */
export type ReportRow = { group: string } | { cells: readonly string[] };

/**
 * A report in words, for whoever it is written to. `title` names nobody: it is a file's title as well; `about` is whose
 * report it is, as the page shows it. `foot`: on what it rests, in small print.
 */
export type Report = {
  language: Language;
  title: string;
  about: string;
  headline: string;
  summary: readonly string[];
  blocks: readonly ReportBlock[];
  foot: readonly string[];
  demo: boolean;
};
