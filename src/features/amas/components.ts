import type { ComponentHandler } from '../../discord/define-component.ts';
import { type AmaActions, amaActions } from './actions.ts';
import { askComponents } from './ask-components.ts';
import { draftComponents } from './draft-components.ts';
import { moderateComponents } from './moderate-components.ts';
import { readComponents } from './read-components.ts';
import { runComponents } from './run-components.ts';
import type { AmaSurfaceDeps } from './surface-types.ts';

/** Every button, menu and form of AMAs. */
export function amaComponents(deps: AmaSurfaceDeps): ComponentHandler[] {
  return [
    ...draftComponents(deps),
    ...askComponents(deps),
    ...readComponents(deps),
    ...runComponents(deps),
    ...moderateComponents(deps),
  ];
}

/** What the command does. */
export function amaCommandActions(deps: AmaSurfaceDeps): AmaActions {
  return amaActions(deps);
}
