export interface SignInRow {
  persona: string;
  where: string;
  email?: string;
  password?: string;
  code?: string;
}
export function signInTable(rows: readonly SignInRow[]): string[];
