import { randomBytes, randomUUID } from 'node:crypto';
import type { Command } from 'commander';
import type { Container } from '../../container.ts';
import { type Language, languages } from '../../domain/language.ts';
import { CommandProblem } from '../command-problem.ts';
import { regions } from '../demo/regions.ts';
import { type DatabaseDoor, withStores } from '../with-stores.ts';

type Options = { email: string; name: string; language: string };

const linkMs = 7 * 86_400_000;

/** How an installation begins: the first account, whose owner then lets in everybody else by the pages. */
export function addOperatorCommand(program: Command, door: DatabaseDoor): void {
  program
    .command('operator')
    .description(
      'Let an operator in: makes the account (and, the first time, the 20 regions) and prints a one-time link that sets ' +
        'the password; for an operator who is there already, a new link',
    )
    .requiredOption('--email <address>', 'what they sign in with')
    .requiredOption('--name <name>', 'first and last name, as colleagues read it')
    .option('--language <kk|ru|en>', 'the language of their pages', 'kk')
    .action((options: Options) =>
      withStores(door, async (stores) => {
        const secret = await letIn(stores, options);
        process.stdout.write(`/staff/invitation#${secret}\n`);
      }),
    );
}

/** The secret of the one-time link. Throws where the address belongs to somebody who is no operator. */
export async function letIn(stores: Container, { email, name, language }: Options): Promise<string> {
  const chosen = languages.find((one) => one === language);
  if (chosen === undefined) throw new CommandProblem('--language must be kk, ru or en');
  if (!/^\S+@\S+$/.test(email.trim())) throw new CommandProblem('--email must be an e-mail address');
  if (name.trim().length < 2) throw new CommandProblem('--name must be a name');
  await stores.catalogue.addRegions(regions);
  const known = await stores.staff.byEmail(email);
  if (known !== null && known.role !== 'operator') throw new CommandProblem(`${email} is no operator`);
  const id = known?._id ?? (await addOperator(stores, { email, name, language: chosen }));
  const now = stores.now();
  if (known !== null) await stores.staff.change(id, { disabledAt: null });
  const secret = randomBytes(32).toString('base64url');
  await stores.invitations.make(id, secret, 'terminal', new Date(now.getTime() + linkMs));
  const requestId = `terminal-${randomUUID()}`;
  await stores.audit.append({
    at: now,
    actor: 'terminal',
    role: 'operator',
    action: 'staff.invite',
    target: id,
    requestId,
  });
  return secret;
}

async function addOperator(
  { staff }: Container,
  { email, name, language }: { email: string; name: string; language: Language },
): Promise<string> {
  const _id = randomUUID();
  await staff.add([
    {
      ...{ _id, name: name.trim(), email: email.trim().toLowerCase(), passwordHash: '', role: 'operator', language },
      ...{ schools: [], region: null, organisation: null, demo: false, disabledAt: null, secondFactorAt: null },
      place: { kk: 'Республика', ru: 'Республика', en: 'The country' },
    },
  ]);
  return _id;
}
