import type { ComponentHandler } from '../../discord/define-component.ts';
import { type ShoutoutActions, shoutoutActions } from './actions.ts';
import { giveComponents } from './give-components.ts';
import { readComponents } from './read-components.ts';
import { staffComponents } from './staff-components.ts';
import type { ShoutoutSurfaceDeps } from './surface-types.ts';

/** Every button, menu and form of shout-outs. */
export function shoutoutComponents(deps: ShoutoutSurfaceDeps): ComponentHandler[] {
  return [...giveComponents(deps), ...readComponents(deps), ...staffComponents(deps)];
}

/** What the commands of shout-outs do. */
export function shoutoutCommandActions(deps: ShoutoutSurfaceDeps): ShoutoutActions {
  return shoutoutActions(deps);
}
