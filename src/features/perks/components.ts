import type { ComponentHandler } from '../../discord/define-component.ts';
import { type PerkActions, perkActions } from './actions.ts';
import { claimComponents } from './claim-components.ts';
import { formComponents } from './form-components.ts';
import { panelComponents } from './panel-components.ts';
import type { PerkSurfaceDeps } from './surface-types.ts';

/** Every button, menu and form of perks. */
export function perkComponents(deps: PerkSurfaceDeps): ComponentHandler[] {
  return [...claimComponents(deps), ...panelComponents(deps), ...formComponents(deps)];
}

/** What the command of perks does. */
export function perkCommandActions(deps: PerkSurfaceDeps): PerkActions {
  return perkActions(deps);
}
