export interface MessageFile {
  readonly name: string;
  readonly locale: string;
  readonly text: string;
}
export function parametersOf(value: unknown): string[];
export function missingPluralForms(value: unknown, locale: string): string[];
export function checkMessages(texts: readonly MessageFile[]): string[];
