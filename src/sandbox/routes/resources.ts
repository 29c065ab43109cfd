import { dmRoutes } from './dms.ts';
import { guildEditRoutes } from './guild-edit.ts';
import { inviteRoutes } from './invites.ts';
import { memberRoutes } from './members.ts';
import { overwriteRoutes } from './overwrites.ts';
import { pinRoutes } from './pins.ts';
import { pollRoutes } from './polls.ts';
import { reactionRoutes } from './reactions.ts';
import { roleRoutes } from './roles.ts';
import type { Route } from './route.ts';
import { scheduledEventRoutes } from './scheduled-events.ts';
import { stageInstanceRoutes } from './stage-instances.ts';
import { threadListRoutes } from './thread-lists.ts';
import { threadMemberRoutes } from './thread-members.ts';
import { threadStartRoutes } from './thread-start.ts';
import { typingRoutes } from './typing.ts';
import { voiceStateRoutes } from './voice-states.ts';

/** Everything around messages and channels: pins, reactions, threads, people, roles, events, stages, voice, polls, invites. */
export const resourceRoutes: readonly Route[] = [
  ...pinRoutes,
  ...reactionRoutes,
  ...threadStartRoutes,
  ...threadMemberRoutes,
  ...threadListRoutes,
  ...dmRoutes,
  ...memberRoutes,
  ...roleRoutes,
  ...overwriteRoutes,
  ...guildEditRoutes,
  ...scheduledEventRoutes,
  ...stageInstanceRoutes,
  ...voiceStateRoutes,
  ...pollRoutes,
  ...inviteRoutes,
  ...typingRoutes,
];
