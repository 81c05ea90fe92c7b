import type { Container } from '../../container.ts';
import type { CampaignRecord } from '../../store/catalogue.ts';
import { CommandProblem } from '../command-problem.ts';

/** The campaign with this id. @throws CommandProblem that names all there are */
export async function campaignNamed({ catalogue }: Container, id: string): Promise<CampaignRecord> {
  const campaign = await catalogue.campaign(id);
  if (campaign !== null) return campaign;
  const there = (await catalogue.campaigns({})).map(({ _id }) => _id);
  throw new CommandProblem(
    `There is no campaign ${id}; ${there.length === 0 ? 'none was opened yet' : `there are ${there.join(', ')}`}`,
  );
}
