import type { Call, MessageBody } from '../../discord/interaction.ts';
import { button, linkButton, row } from '../../discord/ui.ts';
import { ideaCard } from './card-views.ts';
import { detailsId } from './custom-ids.ts';
import type { Idea } from './model.ts';
import type { IdeaSurfaceDeps } from './surface-types.ts';
import { linkTo } from './words-views.ts';

/** The card for one reader, in their language; their buttons are behind Details. */
export function ownCopy(
  { ideas, policy }: Pick<IdeaSurfaceDeps, 'ideas' | 'policy'>,
  { t, guildId }: Call,
  idea: Idea,
): MessageBody {
  const state = {
    idea,
    categories: policy.settings(guildId).categories,
    dueAt: ideas.caseOf(idea.id)?.dueAt,
    target: idea.mergedInto === undefined ? undefined : ideas.ideaOf(idea.mergedInto),
  };
  const card = ideaCard(state, t, { controls: false, pictures: false });
  const link = linkTo(idea);
  const buttons = row(
    button({
      id: detailsId.build({ idea: idea.id, on: 'card', event: 0 }),
      label: t('ideas.card.details'),
    }),
    ...(link === undefined ? [] : [linkButton({ url: link, label: t('ideas.show.jump') })]),
  );
  return { components: [...card.components, buttons] };
}
