import type { Call, MessageBody, Reply } from '../../discord/interaction.ts';
import { inPlace } from '../../discord/press.ts';
import { about } from './press.ts';
import { storyView } from './story-views.ts';
import type { PressCall, ShoutoutSurfaceDeps } from './surface-types.ts';

/** The presser's own story as it is now. */
export function storyBody({ shoutouts }: ShoutoutSurfaceDeps, call: Call, note?: string): MessageBody {
  const { values } = shoutouts.settings(call.guildId);
  return storyView({ story: shoutouts.story(about(call)), values, now: call.now, note }, call.t);
}

export function storyReply(deps: ShoutoutSurfaceDeps, call: PressCall, note?: string): Reply {
  return inPlace(call, storyBody(deps, call, note));
}
