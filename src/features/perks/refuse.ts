import { UserError } from '../../shared/user-error.ts';
import type { PerkRefusalCode } from './ports.ts';

/** What the surface refuses before the service is asked. */
export type PerkSurfaceRefusalCode =
  | 'perks.refusals.expires-not-understood' // text
  | 'perks.refusals.expires-half-of-day' // text
  | 'perks.refusals.file-missing'
  | 'perks.refusals.number-bad' // typed, max
  | 'perks.refusals.too-many-conditions' // max
  | 'perks.refusals.member-missing'
  | 'perks.refusals.bot'
  | 'perks.refusals.may-not-write'
  | 'perks.refusals.which-one'
  | 'perks.refusals.open-first'
  | 'perks.refusals.end-first'
  | 'perks.refusals.role-powerful' // role
  | 'perks.refusals.role-above-you' // role
  | 'perks.refusals.role-no-permission' // role
  | 'perks.refusals.role-gone'
  | 'perks.refusals.role-unchecked';

export function refuse(code: PerkRefusalCode | PerkSurfaceRefusalCode, params?: UserError['params']): never {
  throw new UserError(code, params);
}
