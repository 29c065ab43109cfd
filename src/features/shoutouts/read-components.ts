import type { ComponentHandler } from '../../discord/define-component.ts';
import type { Call, MessageBody, Reply } from '../../discord/interaction.ts';
import { inPlace, picked } from '../../discord/press.ts';
import { ANY_VALUE, boardView } from './board-views.ts';
import { detailsId } from './custom-ids.ts';
import { detailsReply } from './details.ts';
import type { BoardPeriod } from './model.ts';
import { about, on } from './press.ts';
import { boardPageId, boardPeriodId, boardValueId, hideId } from './private-custom-ids.ts';
import { storyReply } from './story.ts';
import type { PressCall, ShoutoutSurfaceDeps } from './surface-types.ts';

/** What everybody can look at: boards, one shout-out, one's own story. */
export function readComponents(deps: ShoutoutSurfaceDeps): ComponentHandler[] {
  const board = (call: PressCall, period: BoardPeriod, value: string, page: number): Reply =>
    inPlace(call, boardBody(deps, call, { period, value, page }));
  return [
    on('button', boardPageId, (call, { period, value, page }) => board(call, period, value, page)),
    on('button', boardPeriodId, (call, { period, value }) => board(call, period, value, 0)),
    on('select', boardValueId, (call, { period }) => {
      const value = picked(call) ?? ANY_VALUE;
      return board(call, period, value === ANY_VALUE ? '' : value, 0);
    }),
    on('button', detailsId, (call, { shoutout }) => detailsReply(deps, call, shoutout)),
    on('button', hideId, async (call, { to }) => {
      const hidden = to === 'hidden';
      await deps.writer.write(() => deps.shoutouts.setHidden({ ...about(call), hidden }));
      return storyReply(
        deps,
        call,
        call.t(hidden ? 'shoutouts.story.nowHidden' : 'shoutouts.story.nowShown'),
      );
    }),
  ];
}

/** `value`: the key of one, or nothing. */
export function boardBody(
  { shoutouts }: ShoutoutSurfaceDeps,
  call: Call,
  { period, value, page }: { period: BoardPeriod; value: string; page: number },
): MessageBody {
  const settings = shoutouts.settings(call.guildId);
  const known = settings.values.find(({ key }) => key === value)?.key;
  const board = shoutouts.board({ ...about(call), period, value: known, page });
  return boardView(board, settings, call.t);
}
