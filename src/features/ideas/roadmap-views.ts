import type { MessageBody } from '../../discord/interaction.ts';
import { button, row } from '../../discord/ui.ts';
import type { Translate } from '../../i18n/translate.ts';
import { boardView } from './board-views.ts';
import { openIdeas } from './list-views.ts';
import type { Roadmap } from './ports.ts';
import { listPageId } from './private-custom-ids.ts';
import { statusIcons } from './status-views.ts';

const parts = ['in-progress', 'planned', 'shipped'] as const;

/** `/idea roadmap`: what the board shows, for one reader, with a way to all of each part. */
export function roadmapView(roadmap: Roadmap, t: Translate): MessageBody {
  const { components } = boardView(roadmap, t, t('ideas.roadmap.hint'));
  const more = parts.map((status) =>
    button({
      id: listPageId.build({ ...openIdeas, status, page: 0, turn: 'on' }),
      label: t('ideas.roadmap.all', { status: t(`ideas.status.${status}`) }),
      emoji: statusIcons[status],
    }),
  );
  return { components: [...components, row(...more)] };
}
