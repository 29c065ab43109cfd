import type { ComponentHandler } from '../../discord/define-component.ts';
import { type PollActions, pollActions } from './actions.ts';
import { draftComponents } from './draft-components.ts';
import { listComponents } from './list-components.ts';
import { steerComponents } from './steer-components.ts';
import type { PollSurfaceDeps } from './surface-types.ts';
import { voteComponents } from './vote-components.ts';

/** Every button, menu and form of polls. */
export function pollComponents(deps: PollSurfaceDeps): ComponentHandler[] {
  return [
    ...voteComponents(deps),
    ...draftComponents(deps),
    ...steerComponents(deps),
    ...listComponents(deps),
  ];
}

/** What the commands of polls do. */
export function pollCommandActions(deps: PollSurfaceDeps): PollActions {
  return pollActions(deps);
}
