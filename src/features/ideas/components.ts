import type { ComponentHandler } from '../../discord/define-component.ts';
import { type IdeaActions, ideaActions } from './actions.ts';
import { draftComponents } from './draft-components.ts';
import { listComponents } from './list-components.ts';
import { panelComponents } from './panel-components.ts';
import { staffComponents } from './staff-components.ts';
import { supportComponents } from './support-components.ts';
import type { IdeaSurfaceDeps } from './surface-types.ts';

/** Every button, menu and form of ideas. */
export function ideaComponents(deps: IdeaSurfaceDeps): ComponentHandler[] {
  return [
    ...supportComponents(deps),
    ...draftComponents(deps),
    ...panelComponents(deps),
    ...staffComponents(deps),
    ...listComponents(deps),
  ];
}

/** What the commands of ideas do. */
export function ideaCommandActions(deps: IdeaSurfaceDeps): IdeaActions {
  return ideaActions(deps);
}
