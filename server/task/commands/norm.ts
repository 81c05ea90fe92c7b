import { type Command, Option } from 'commander';
import type { Container } from '../../container.ts';
import { type Language, languages } from '../../domain/language.ts';
import type { NamedDecision } from '../../domain/named-decision.ts';
import { leastSittings } from '../../domain/norm/norm-version.ts';
import { draftNorm, publishNorm, withdrawNorm } from '../../resources/norms/norm-desk.ts';
import { toDetail, toHead } from '../../resources/norms/norm-wire.ts';
import { CommandProblem } from '../command-problem.ts';
import { type DatabaseDoor, withStores } from '../with-stores.ts';
import { campaignNamed } from './campaign-named.ts';
import { namedOperator, tellAudit } from './named-operator.ts';
import { normTable, normTables, statusTable } from './norm-tables.ts';
import { notice } from './notice.ts';

type Decided = { by: string; reason: string; json?: boolean };

export function addNormCommands(program: Command, door: DatabaseDoor): void {
  const norm = program
    .command('norm')
    .description(
      `Norms of campaigns: built from ${leastSittings} valid sittings or more, put into force by a named decision`,
    );

  norm
    .command('status')
    .description('Which languages of a campaign have enough valid sittings, and which norm is in force')
    .argument('<campaign>', 'its id; a wrong one names all there are')
    .option('--json', 'as JSON')
    .action((campaign: string, { json }: { json?: boolean }) =>
      withStores(door, async (stores) => {
        const status = await statusOf(stores, campaign);
        process.stdout.write(json ? `${JSON.stringify(status, null, 2)}\n` : statusTable(status));
        for (const { language } of status.filter(({ enough, inForce }) => enough && inForce === null))
          notice(
            `A norm can be built: npx ustaz norm build ${campaign} --language ${language} --by <e-mail of an operator>`,
          );
      }),
    );

  norm
    .command('list')
    .description('Every norm that was built, newest first, with who decided what')
    .option('--json', 'as JSON')
    .action(({ json }: { json?: boolean }) =>
      withStores(door, async (stores) => {
        const all = (await stores.norms.all(200)).map(toHead);
        const words =
          all.length === 0
            ? 'No norm was built yet: «ustaz norm status <campaign>» says where one can be.\n'
            : normTables(all);
        process.stdout.write(json ? `${JSON.stringify(all, null, 2)}\n` : words);
      }),
    );

  norm
    .command('build')
    .description(
      'Build a draft from a campaign’s valid sittings, compared with the norm in force; it places nobody yet',
    )
    .argument('<campaign>')
    .addOption(new Option('--language <language>', 'of the sittings').choices([...languages]).makeOptionMandatory())
    .requiredOption('--by <e-mail>', 'the operator in whose name it is built')
    .option('--json', 'the whole norm as JSON')
    .action((campaign: string, options: { language: Language; by: string; json?: boolean }) =>
      withStores(door, async (stores) => {
        const author = await namedOperator(stores, options.by);
        await campaignNamed(stores, campaign);
        const draft = await draftNorm(stores, { campaign, language: options.language }, author, stores.now());
        await tellAudit(stores, author, 'norm.build', draft._id);
        const detail = toDetail(draft, new Map());
        process.stdout.write(options.json ? `${JSON.stringify(detail, null, 2)}\n` : normTable(detail));
        notice(
          `A draft: it places nobody yet. To put it into force: npx ustaz norm publish ${draft._id} --by <e-mail> --reason <text>`,
        );
      }),
    );

  decision(norm, door, 'publish', 'Put a draft into force; then «ustaz rescore» the campaign', publishNorm);
  decision(norm, door, 'withdraw', 'Take a norm out of force: pupils read their own answers again', withdrawNorm);
}

function decision(
  norm: Command,
  door: DatabaseDoor,
  name: 'publish' | 'withdraw',
  description: string,
  decide: typeof publishNorm,
): void {
  norm
    .command(name)
    .description(description)
    .argument('<norm>', 'its id, from «ustaz norm list»')
    .requiredOption('--by <e-mail>', 'the operator whose decision it is')
    .requiredOption('--reason <text>', 'why, in a sentence; it stays with the norm')
    .option('--json', 'as JSON')
    .action((id: string, { by, reason, json }: Decided) =>
      withStores(door, async (stores) => {
        if (reason.trim().length < 10) throw new CommandProblem('A reason of at least ten characters is needed');
        const author = await namedOperator(stores, by);
        const made: NamedDecision = { ...author, at: stores.now(), reason };
        await demandUndecided(stores, id, name);
        const decided = toHead(await decide(stores, id, made));
        await tellAudit(stores, author, `norm.${name}`, id);
        process.stdout.write(json ? `${JSON.stringify(decided, null, 2)}\n` : normTables([decided]));
        notice(
          `Stored results stay as they are until they are rescored: npx ustaz rescore --campaign ${decided.campaign} --dry-run`,
        );
      }),
    );
}

async function demandUndecided({ norms }: Container, id: string, name: 'publish' | 'withdraw'): Promise<void> {
  const norm = await norms.byId(id);
  if (norm === null) throw new CommandProblem(`There is no norm ${id}; «ustaz norm list» names all there are`);
  const [asked, rule] =
    name === 'publish'
      ? ['draft', 'only a draft can be put into force']
      : ['published', 'only what is in force can be taken out of it'];
  if (norm.state !== asked) throw new CommandProblem(`${id} is ${norm.state}; ${rule}`);
}

async function statusOf(stores: Container, id: string) {
  await campaignNamed(stores, id);
  const [counts, norms] = await Promise.all([stores.results.validByLanguage(id), stores.norms.ofCampaign(id)]);
  return languages.map((language) => {
    const { submitted, valid } = counts.get(language) ?? { submitted: 0, valid: 0 };
    const inForce = norms.find((norm) => norm.language === language && norm.state === 'published')?._id ?? null;
    return { language, submitted, valid, required: leastSittings, enough: valid >= leastSittings, inForce };
  });
}
