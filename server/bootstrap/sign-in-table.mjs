const columns = ['persona', 'where', 'email', 'password', 'code'];
const titles = { persona: 'As', where: 'Where', email: 'E-mail', password: 'Password', code: 'Access code' };

/**
 * How to sign in as each persona, as lines of a table; columns nobody needs are left out.
 * @param {{ persona: string, where: string, email?: string, password?: string, code?: string }[]} rows
 * @returns {string[]}
 */
export function signInTable(rows) {
  const used = columns.filter((column) => rows.some((row) => row[column]));
  const cells = [titles, ...rows].map((row) => used.map((column) => row[column] ?? ''));
  const widths = used.map((_, at) => Math.max(...cells.map((row) => row[at].length)));
  const lines = cells.map((row) => `  ${row.map((cell, at) => cell.padEnd(widths[at])).join('  ')}`.trimEnd());
  return rows.length === 0
    ? []
    : [lines[0], `  ${widths.map((width) => '─'.repeat(width)).join('  ')}`, ...lines.slice(1)];
}
